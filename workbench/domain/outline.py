"""Interview outlines kept as templates in the library (template 1, T76-T80)."""

from __future__ import annotations

from workbench.domain.record import Record, record, reference


@record
class Outline(Record):
    """A set of stages to walk through with a client."""

    title: str = ""
    language: str = "zh_CN"


@record
class OutlineStage(Record):
    """One stage with the minutes it may take."""

    outline: str | None = reference("outline", owner=True)
    title: str = ""
    minutes: int = 0
    may_skip: bool = False


@record
class OutlineQuestion(Record):
    """One question to ask."""

    stage: str | None = reference("outline_stage", owner=True)
    text: str = ""
    may_skip: bool = False


@record
class OutlinePoint(Record):
    """One point to record."""

    stage: str | None = reference("outline_stage", owner=True)
    text: str = ""
