"""How far a project is by the method: six phases, and what is covered by evidence (DESIGN.md 5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workbench.domain import (
    Account,
    Cause,
    CauseState,
    Interview,
    Measure,
    Measurement,
    Member,
    Note,
    Problem,
    Project,
    Requirement,
    Solution,
    Task,
    TaskStatus,
)
from workbench.messages import Message, _
from workbench.rules.causes import is_root
from workbench.rules.deadlines import day_said, is_overdue
from workbench.rules.effects import Effect, effect, latest
from workbench.rules.gaps import LEFT_OUT, Records, is_unconfirmed, supported, worth_confirming
from workbench.rules.priority import Priority, priority
from workbench.rules.steps import Step, next_steps

__all__ = ["PhaseProgress", "Ratio", "Step", "counted", "coverage", "next_steps", "progress"]

_OPEN = {CauseState.HYPOTHESIS, CauseState.VERIFYING}


@dataclass(frozen=True)
class PhaseProgress:
    """How far a phase is: ``done`` of ``of`` for its ring, one fact, and what it takes to leave the phase.

    ``blocked`` says that what is missing holds up the phases after it.
    """

    phase: int
    done: int
    of: int
    fact: Message
    criterion: Message
    blocked: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.of > 0 and self.done >= self.of


@dataclass(frozen=True)
class Ratio:
    """How much of something is covered, and a word on the rest; ``missing`` is what to look at for that."""

    done: int
    of: int
    name: Message
    detail: Message
    missing: str = ""


def counted(count: int, one: Message, many: Message) -> Message:
    """A message with its ``{count}``; ``one`` is for a single thing, as English wants it."""
    return (one if count == 1 else many).fill(count=count)


def progress(records: Records, today: date) -> tuple[PhaseProgress, ...]:
    """The six phases in their order."""
    return (
        _preparation(records),
        _interviews(records, today),
        _requirements(records),
        _diagnosis(records),
        _plan(records),
        _follow_up(records, today),
    )


def coverage(records: Records) -> tuple[Ratio, ...]:
    """Requirements with evidence, causes verified, tasks with an owner, effects measured."""
    return (_evidence(records), _verified(records), _owned(records), _measured(records))


def _preparation(records: Records) -> PhaseProgress:
    project = next(iter(records(Project)), Project(id=""))
    team: Sequence[Member] = [each for each in records(Member) if each.project]
    asked = (
        (bool(project.goal), _("The goal is not written down")),
        (bool(project.account and any(records(Account))), _("No client is named")),
        (bool(team), _("Nobody is named yet")),
        (any(each.leads for each in team), _("Nobody leads yet")),
        (any(each.front_line for each in team), _("Nobody from the front line")),
        (bool(team) and all(each.duties for each in team), _("Somebody has no duty yet")),
    )
    missing = [message for met, message in asked if not met]
    return PhaseProgress(
        1,
        len(asked) - len(missing),
        len(asked),
        _("Team of {count}").fill(count=len(team)) if team else _("No team yet"),
        missing[0] if missing else _("Goal and duties set"),
        bool(missing) and bool(records(Interview)),
    )


def _interviews(records: Records, today: date) -> PhaseProgress:
    interviews: Sequence[Interview] = records(Interview)
    planned = [each for each in interviews if _is_planned(each, today)]
    worth = [note for note in records(Note) if worth_confirming(note)]
    confirmed = sum(not is_unconfirmed(note) for note in worth)
    noted = {note.interview for note in records(Note)}
    held = sum(each.started_at is not None or each.id in noted for each in interviews)
    fact = counted(held, _("{count} interview held"), _("{count} interviews held"))
    if planned:
        fact = _("{held}, {count} planned").fill(held=fact, count=len(planned))
    criterion = _("Confirmed {done} / {of}").fill(done=confirmed, of=len(worth))
    if not worth:
        criterion = _("No sentence to confirm yet") if interviews else _("Nobody was asked yet")
    done, of = confirmed + held, len(worth) + len(interviews)
    return PhaseProgress(2, done, max(1, of), fact, criterion, bool(worth) and not confirmed)


def _is_planned(interview: Interview, today: date) -> bool:
    if interview.started_at is not None:
        return False
    return interview.planned_at is not None and _day(interview.planned_at) >= today


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _requirements(records: Records) -> PhaseProgress:
    project = next(iter(records(Project)), Project(id=""))
    items = _kept(records)
    scored = [item for item in items if _is_scored(item)]
    first = sum(priority(item, project) is Priority.HIGH_HIGH for item in items)
    everything = len(records(Requirement))
    fact = counted(everything, _("{count} requirement"), _("{count} requirements"))
    if first:
        fact = _("{all} listed, {count} do now").fill(all=everything, count=first)
    criterion = _("Scored {done} / {of}").fill(done=len(scored), of=len(items))
    unscored = any(item.value is None or item.urgency is None for item in items)
    if not items:
        criterion = _("Nothing is listed yet")
    return PhaseProgress(3, len(scored), max(1, len(items)), fact, criterion, unscored)


def _kept(records: Records) -> list[Requirement]:
    return [item for item in records(Requirement) if item.verdict not in LEFT_OUT]


def _is_scored(item: Requirement) -> bool:
    scores = item.value is not None and item.urgency is not None
    return scores and bool(item.value_reason and item.urgency_reason)


def _diagnosis(records: Records) -> PhaseProgress:
    problems: Sequence[Problem] = records(Problem)
    causes: Sequence[Cause] = records(Cause)
    roots = [cause for cause in causes if is_root(cause)]
    settled = sum(cause.state not in _OPEN for cause in causes)
    proven = {cause.problem for cause in roots}
    unproven = [problem for problem in problems if problem.id not in proven]
    fact = _("{problems}, {roots}").fill(
        problems=counted(len(problems), _("{count} problem"), _("{count} problems")),
        roots=counted(len(roots), _("{count} root"), _("{count} roots")),
    )
    waiting = sum(cause.root_claimed and not is_root(cause) for cause in causes)
    waiting += sum(cause.state is CauseState.VERIFYING and not cause.root_claimed for cause in causes)
    criterion = _("Every root cause is verified")
    if waiting:
        criterion = counted(waiting, _("{count} cause to verify"), _("{count} causes to verify"))
    elif unproven:
        criterion = _("{code} has no verified root cause").fill(code=unproven[0].code)
    elif not problems:
        criterion = _("No problem is described yet")
    done, of = settled + len(problems) - len(unproven), len(causes) + len(problems)
    return PhaseProgress(4, done, max(1, of), fact, criterion, bool(waiting or unproven))


def _plan(records: Records) -> PhaseProgress:
    tasks: Sequence[Task] = [task for task in records(Task) if task.status is not TaskStatus.DROPPED]
    plans: Sequence[Solution] = records(Solution)
    ready = [task for task in tasks if (task.owner_text or task.member) and task.due]
    agreed = [plan for plan in plans if plan.agreed_on is not None]
    finished = sum(task.status is TaskStatus.DONE for task in tasks)
    fact = counted(len(tasks), _("{count} task"), _("{count} tasks"))
    if finished:
        fact = _("{all}, {count} done").fill(all=fact, count=finished)
    missing = len(tasks) - len(ready)
    criterion = _("Nothing is planned yet")
    if missing:
        criterion = counted(missing, _("{count} not assigned"), _("{count} not assigned"))
    elif agreed and len(agreed) == len(plans):
        day = max(plan.agreed_on or date.min for plan in agreed)
        criterion = _("Agreed with the client on {day}").fill(day=day_said(day, year=False))
    elif plans or tasks:
        criterion = _("Not agreed with the client yet")
    done, of = len(ready) + len(agreed), len(tasks) + len(plans)
    return PhaseProgress(5, done, max(1, of), fact, criterion, bool(missing))


def _follow_up(records: Records, today: date) -> PhaseProgress:
    measures: Sequence[Measure] = records(Measure)
    values: Sequence[Measurement] = records(Measurement)
    tasks = [task for task in records(Task) if task.status is not TaskStatus.DROPPED]
    met = sum(effect(measure, values) is Effect.MET for measure in measures)
    late = sum(is_overdue(task, today) for task in tasks)
    due = min((m.check_on for m in measures if m.check_on and m.check_on >= today), default=None)
    fact = _("{done} of {of} effects reached").fill(done=met, of=len(measures))
    criterion = _("No effect check is planned")
    if not measures:
        fact = _("No effect is measured")
    if late:
        criterion = counted(late, _("{count} task is late"), _("{count} tasks are late"))
    elif due is not None:
        criterion = _("Next effect check {day}").fill(day=day_said(due, year=False))
    elif measures:
        criterion = _("Checked {done} / {of}").fill(
            done=sum(latest(measure, values) is not None for measure in measures), of=len(measures)
        )
    finished = sum(task.status is TaskStatus.DONE for task in tasks)
    of = len(tasks) + len(measures)
    return PhaseProgress(6, finished + met, max(1, of), fact, criterion, bool(late))


def _evidence(records: Records) -> Ratio:
    known = supported(records)
    items = _kept(records)
    bare = [item for item in items if item.id not in known]
    detail = counted(len(bare), _("{count} has no source"), _("{count} have no source"))
    whole = _("Each has a source") if items else _("None is listed yet")
    name = _("requirements with evidence")
    return Ratio(len(items) - len(bare), len(items), name, detail if bare else whole, _first(bare))


def _first(*missing: Sequence[Any]) -> str:
    """The id of the first record that lacks something, what is worse asked first."""
    return next((item.id for items in missing for item in items), "")


def _verified(records: Records) -> Ratio:
    causes: Sequence[Cause] = records(Cause)
    open_ones = [cause for cause in causes if cause.state in _OPEN]
    going = [cause for cause in open_ones if cause.state is CauseState.VERIFYING]
    detail = _("All are settled") if causes else _("None is listed yet")
    if going:
        going = sorted(going, key=lambda cause: len(cause.text))
        detail = _("{text}: being verified").fill(text=going[0].text)
    elif open_ones:
        detail = counted(len(open_ones), _("{count} is a guess"), _("{count} are guesses"))
    done = len(causes) - len(open_ones)
    return Ratio(done, len(causes), _("causes checked"), detail, _first(going, open_ones))


def _owned(records: Records) -> Ratio:
    tasks: Sequence[Task] = [task for task in records(Task) if task.status is not TaskStatus.DROPPED]
    free = [task for task in tasks if not (task.owner_text or task.member)]
    undated = [task for task in tasks if task.due is None]
    detail = counted(len(undated), _("{count} has no date"), _("{count} have no date"))
    whole = _("All have a date") if tasks else _("None is planned yet")
    done, name = len(tasks) - len(free), _("tasks with an owner")
    return Ratio(done, len(tasks), name, detail if undated else whole, _first(free, undated))


def _measured(records: Records) -> Ratio:
    measures: Sequence[Measure] = records(Measure)
    values: Sequence[Measurement] = records(Measurement)
    bare = [each for each in measures if latest(each, values) is None]
    verdicts: list[Any] = [effect(each, values) for each in measures]
    detail = _("None is planned yet")
    if measures:
        met = verdicts.count(Effect.MET)
        detail = counted(met, _("{count} reached its target"), _("{count} reached their targets"))
    done = len(measures) - len(bare)
    return Ratio(done, len(measures), _("effects measured"), detail, _first(bare))
