"""Problems and their causes, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import (
    day_or_none,
    in_project,
    records,
    refers_to,
    text,
    text_or_none,
    truth,
)

PROBLEM = records(
    "problem",
    project=in_project,
    code=text,
    phenomenon=text,
    impact=text,
    scope=text,
    severity=text,
    conclusion=text,
    similar_checked=truth,
    account=text_or_none,
)

IS_IS_NOT = records(
    "is_is_not",
    project=in_project,
    problem=refers_to("problem"),
    row=text,
    is_=text,
    is_not=text,
)

IMPACT_ESTIMATE = records(
    "impact_estimate",
    project=in_project,
    problem=refers_to("problem"),
    on=text,
    text=text,
    quantity=text,
    basis=text,
    visibility=text,
)

CAUSE = records(
    "cause",
    project=in_project,
    problem=refers_to("problem"),
    parent=refers_to("cause"),
    dimension=text,
    text=text,
    class_=text,
    method=text,
    method_text=text,
    expected_if_true=text,
    expected_if_false=text,
    planned_by=text,
    planned_on=day_or_none,
    state=text,
    result=text,
    verified_on=day_or_none,
    verified_by=text,
    root_claimed=truth,
)
