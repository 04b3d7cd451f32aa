"""Workshops, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import (
    day_or_none,
    in_project,
    records,
    refers_to,
    text,
    text_or_none,
    truth,
    whole,
    whole_or_none,
)

WORKSHOP = records(
    "workshop",
    project=in_project,
    title=text,
    held_on=day_or_none,
    goal=text,
    decided_by=text,
    voters=text,
    names_hidden=truth,
    scores_before=text,
    ended_at=text_or_none,
)

AGENDA_ITEM = records(
    "agenda_item",
    project=in_project,
    workshop=refers_to("workshop"),
    title=text,
    minutes=whole,
    spent=whole,
    done=truth,
)

VOTE = records(
    "vote",
    project=in_project,
    workshop=refers_to("workshop"),
    requirement=refers_to("requirement"),
    axis=text,
    voter=text,
    score=whole_or_none,
)

PARKED_ITEM = records(
    "parked_item",
    project=in_project,
    workshop=refers_to("workshop"),
    text=text,
    raised_by=text,
)

DECISION = records(
    "decision",
    project=in_project,
    workshop=refers_to("workshop"),
    requirement=refers_to("requirement"),
    text=text,
    why=text,
    who=text,
    at=text_or_none,
)
