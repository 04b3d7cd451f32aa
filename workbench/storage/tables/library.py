"""Clients and outlines, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import in_project, records, refers_to, text, truth, whole

ACCOUNT = records(
    "account",
    project=in_project,
    name=text,
    industry=text,
    size=text,
    history=text,
    remark=text,
)

CONTACT = records(
    "contact",
    project=in_project,
    account=refers_to("account"),
    name=text,
    title=text,
    role=text,
    remark=text,
)

OUTLINE = records(
    "outline",
    project=in_project,
    title=text,
    language=text,
)

OUTLINE_STAGE = records(
    "outline_stage",
    project=in_project,
    outline=refers_to("outline"),
    title=text,
    minutes=whole,
    may_skip=truth,
)

OUTLINE_QUESTION = records(
    "outline_question",
    project=in_project,
    stage=refers_to("outline_stage"),
    text=text,
    may_skip=truth,
)

OUTLINE_POINT = records(
    "outline_point",
    project=in_project,
    stage=refers_to("outline_stage"),
    text=text,
)
