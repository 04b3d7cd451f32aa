"""A project, its lists, its team, and what supports what, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import day_or_none, in_project, records, text, text_or_none, truth, whole

PROJECT = records(
    "project",
    project=text_or_none,
    code=text,
    title=text,
    scenario=text,
    language=text,
    account=text_or_none,
    goal=text,
    background=text,
    pain_points=text,
    value_high=whole,
    urgency_high=whole,
    status=text,
    started_on=day_or_none,
    due_on=day_or_none,
)

CHOICE = records(
    "choice",
    project=in_project,
    list=text,
    key=text,
    text=text,
    hidden=truth,
)

MEMBER = records(
    "member",
    project=in_project,
    name=text,
    department=text,
    role=text,
    duties=text,
    leads=truth,
    front_line=truth,
)

SOURCE_DOCUMENT = records(
    "source_document",
    project=in_project,
    type=text,
    reference=text,
    dated_on=day_or_none,
    summary=text,
)

INTERNAL_SESSION = records(
    "internal_session",
    project=in_project,
    title=text,
    held_on=day_or_none,
    participants=text,
    summary=text,
)

LINK = records(
    "link",
    project=in_project,
    from_=text_or_none,
    to=text_or_none,
    relation=text,
    note=text,
)
