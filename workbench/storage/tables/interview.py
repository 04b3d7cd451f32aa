"""Interviews, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import in_project, records, refers_to, text, text_or_none, truth, whole

INTERVIEW = records(
    "interview",
    project=in_project,
    code=text,
    title=text,
    account=text_or_none,
    mode=text,
    planned_at=text_or_none,
    started_at=text_or_none,
    ended_at=text_or_none,
    participants=text,
    purpose=text,
    consent_at=text_or_none,
    summary=text,
    private_remarks=text,
    clock=whole,
    clock_since=text_or_none,
)

STAGE = records(
    "stage",
    project=in_project,
    interview=refers_to("interview"),
    title=text,
    minutes=whole,
    may_skip=truth,
)

QUESTION = records(
    "question",
    project=in_project,
    stage=refers_to("stage"),
    text=text,
    answer=text,
    may_skip=truth,
)

POINT = records(
    "point",
    project=in_project,
    stage=refers_to("stage"),
    text=text,
    state=text,
)

NOTE = records(
    "note",
    project=in_project,
    interview=refers_to("interview"),
    stage=refers_to("stage"),
    point=refers_to("point"),
    at=whole,
    speaker=text,
    text=text,
    note_kind=text,
    confirmation=text,
    paraphrase=text,
    confirmed_at=text_or_none,
    draft=truth,
    real_need=text,
    quiet=truth,
)
