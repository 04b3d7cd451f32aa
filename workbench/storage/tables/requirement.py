"""Requirements, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import day_or_none, in_project, records, text, truth, whole_or_none

REQUIREMENT = records(
    "requirement",
    project=in_project,
    code=text,
    description=text,
    requirement_type=text,
    value=whole_or_none,
    value_reason=text,
    urgency=whole_or_none,
    urgency_reason=text,
    remark=text,
    wanted_solution=text,
    real_need=text,
    goal=text,
    why=text,
    what=text,
    who=text,
    when=text,
    where=text,
    how=text,
    cost=text,
    feasibility=text,
    feasibility_reason=text,
    verdict=text,
    verdict_reason=text,
    progress=text,
    iteration=text,
    due=day_or_none,
    raised_by=text,
    doubtful=truth,
    acceptance=text,
    urgent_on=day_or_none,
    urgency_scored_on=day_or_none,
)
