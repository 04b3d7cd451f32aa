"""Plans and what follows them, as tables."""

from __future__ import annotations

from workbench.storage.tables.base import (
    day_or_none,
    in_project,
    number_or_none,
    records,
    refers_to,
    text,
    text_or_none,
    truth,
    whole,
    whole_or_none,
)

SOLUTION = records(
    "solution",
    project=in_project,
    code=text,
    title=text,
    for_=text_or_none,
    function=text,
    path=text,
    people=text,
    budget=text,
    time=text,
    effect=text,
    technology_ready=truth,
    people_ready=truth,
    budget_ready=truth,
    agreed_goal=truth,
    agreed_scope=truth,
    agreed_effect=truth,
    agreed_by=text,
    agreed_on=day_or_none,
    started_on=day_or_none,
)

TASK = records(
    "task",
    project=in_project,
    solution=refers_to("solution"),
    stage=text,
    text=text,
    owner_text=text,
    member=refers_to("member"),
    deadline_text=text,
    start=day_or_none,
    due=day_or_none,
    effort_days=number_or_none,
    progress=whole,
    status=text,
)

PROGRESS_REPORT = records(
    "progress_report",
    project=in_project,
    solution=refers_to("solution"),
    reported_on=day_or_none,
    done=text,
    next=text,
    needs=text,
    sent=truth,
)

RISK = records(
    "risk",
    project=in_project,
    solution=refers_to("solution"),
    text=text,
    response=text,
    owner_text=text,
    state=text,
)

MEASURE = records(
    "measure",
    project=in_project,
    solution=refers_to("solution"),
    title=text,
    unit=text,
    direction=text,
    baseline=number_or_none,
    target=number_or_none,
    check_on=day_or_none,
    basis=text,
    second_analysis=refers_to("problem"),
)

MEASUREMENT = records(
    "measurement",
    project=in_project,
    measure=refers_to("measure"),
    taken_on=day_or_none,
    value=number_or_none,
    remark=text,
)

REVIEW = records(
    "review",
    project=in_project,
    held_on=day_or_none,
    participants=text,
    satisfaction=whole_or_none,
    comment=text,
    went_well=text,
    to_change=text,
)

LESSON = records(
    "lesson",
    project=in_project,
    lesson_kind=text,
    text=text,
    applies_to=text,
)
