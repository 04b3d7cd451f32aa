"""What to do next, worked out from the method: what is late first, then phase by phase (DESIGN.md 5.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.domain import Cause, Interview, Measure, Note, Problem, Record, Requirement, Solution, Task
from workbench.messages import Message, _
from workbench.rules.deadlines import day_said
from workbench.rules.gaps import GapKind, Records, gaps

__all__ = ["Step", "next_steps"]

SHORT: Final = 30


@dataclass(frozen=True)
class Step:
    """One thing to do: ``verb`` opens ``item``, the first of ``count`` things of a kind."""

    kind: GapKind
    item: Record
    message: Message
    detail: Message
    verb: Message
    count: int = 1


@dataclass(frozen=True)
class _Words:
    """How a step is said, of one thing ({name}) or of several ({count}), and the verb of its button."""

    one: Message
    many: Message
    verb: Message


_WORDS: Final[Mapping[GapKind, _Words]] = {
    GapKind.OVERDUE: _Words(_("“{name}” is late"), _("{count} tasks are late"), _("Open")),
    GapKind.CHECK_DUE: _Words(
        _("Measure the effect “{name}”"), _("{count} effects are to be measured"), _("Measure")
    ),
    GapKind.UNCONFIRMED: _Words(
        _("1 sentence is not confirmed"), _("{count} sentences are not confirmed"), _("Confirm")
    ),
    GapKind.UNSCORED: _Words(_("{name} is not scored"), _("{count} requirements are not scored"), _("Score")),
    GapKind.NO_REASON: _Words(
        _("{name} has a score without a reason"), _("{count} scores have no reason"), _("Give reasons")
    ),
    GapKind.NO_EVIDENCE: _Words(
        _("{name} rests on no evidence"), _("{count} urgent requirements rest on no evidence"), _("Link")
    ),
    GapKind.UNEXPLAINED: _Words(
        _("{name} has no cause yet"), _("{count} problems have no cause"), _("Analyse")
    ),
    GapKind.UNVERIFIED_ROOT: _Words(
        _("Prove the root cause “{name}”"), _("{count} claimed root causes are not proven"), _("Verify")
    ),
    GapKind.TO_VERIFY: _Words(_("Verify “{name}”"), _("{count} causes are being verified"), _("Verify")),
    GapKind.NO_TASK: _Words(_("No task against “{name}”"), _("{count} root causes have no task"), _("Plan")),
    GapKind.BLOCKED: _Words(_("“{name}” is blocked"), _("{count} tasks are blocked"), _("Unblock")),
    GapKind.NO_OWNER: _Words(_("“{name}” has no owner"), _("{count} tasks have no owner"), _("Assign")),
    GapKind.NO_DATE: _Words(_("“{name}” has no date"), _("{count} tasks have no date"), _("Set date")),
    GapKind.NO_CAUSE: _Words(_("“{name}” serves no cause"), _("{count} tasks serve no cause"), _("Link")),
    GapKind.NO_EFFECT_CHECK: _Words(
        _("{name} has no effect check"), _("{count} plans have no effect check"), _("Add")
    ),
}
_RANK: Final = {kind: rank for rank, kind in enumerate(_WORDS)}


def next_steps(records: Records, today: date) -> list[Step]:
    """Everything to do, most urgent first; what is of one kind and belongs together is one step."""
    found = list(gaps(records, today))
    unowned = {gap.item.id for gap in found if gap.kind is GapKind.NO_OWNER}
    groups: dict[tuple[GapKind, str], list[Record]] = {}
    for gap in found:
        if gap.kind is not GapKind.NO_DATE or gap.item.id not in unowned:  # who does it says by when
            groups.setdefault((gap.kind, _home(gap.item)), []).append(gap.item)
    steps = [_step(kind, items, records) for (kind, _home_of_all), items in groups.items()]
    return sorted(steps, key=lambda step: _RANK[step.kind])


def _home(item: Record) -> str:
    """What a record belongs to: things to do in one interview, problem or plan are one step."""
    for name in ("interview", "problem", "solution"):
        if owner := getattr(item, name, None):
            return str(owner)
    return ""


def _step(kind: GapKind, items: Sequence[Record], records: Records) -> Step:
    words, first = _WORDS[kind], items[0]
    message = words.one.fill(name=_name(first)) if len(items) == 1 else words.many.fill(count=len(items))
    return Step(kind, first, message, _detail(items, records), words.verb, len(items))


def _name(item: Record) -> str:
    if isinstance(item, Requirement | Problem | Solution):
        return item.code
    return _short(item.title if isinstance(item, Measure) else getattr(item, "text", ""))


def _detail(items: Sequence[Record], records: Records) -> Message:
    first = items[0]
    if isinstance(first, Note):
        return _of_interview(first, items, records)
    if isinstance(first, Cause):
        return _of_cause(first, records)
    if len(items) == 1 and isinstance(first, Task | Measure):
        return _of_task(first) if isinstance(first, Task) else _of_measure(first)
    if len(items) > 1:
        return _listed(_name(item) for item in items)
    texts = (getattr(first, name, "") for name in ("description", "phenomenon", "title"))
    return _plain(_short(next(filter(None, texts), "")))


def _of_measure(measure: Measure) -> Message:
    day = day_said(measure.check_on, year=False) if measure.check_on else Message("—")
    return _("Effect check planned for {day}").fill(day=day)


def _of_interview(note: Note, items: Sequence[Record], records: Records) -> Message:
    interview = next((each for each in records(Interview) if each.id == note.interview), Interview())
    speakers = dict.fromkeys(item.speaker for item in items if isinstance(item, Note) and item.speaker)
    return _joined(interview.code, _short(" / ".join(speakers) or interview.title))


def _of_cause(cause: Cause, records: Records) -> Message:
    problem = next((each for each in records(Problem) if each.id == cause.problem), Problem())
    if cause.planned_on is None:
        return _joined(problem.code, cause.planned_by or _short(problem.phenomenon))
    by = _("{who}, planned for {day}") if cause.planned_by else _("planned for {day}")
    return Message("{code} · {rest}").fill(
        code=problem.code, rest=by.fill(who=cause.planned_by, day=day_said(cause.planned_on, year=False))
    )


def _of_task(task: Task) -> Message:
    who = _plain(task.owner_text) if task.owner_text else _("No owner")
    when = _("due {day}").fill(day=day_said(task.due, year=False)) if task.due else _("No date")
    return Message("{code} · {rest}").fill(code=who, rest=when)


def _joined(*parts: str) -> Message:
    return _plain(" · ".join(part for part in parts if part))


def _plain(text: str) -> Message:
    """Somebody's own words, which no catalogue translates."""
    return Message("{text}").fill(text=text)


def _listed(texts: Iterable[str]) -> Message:
    known = list(texts)
    most = 3 if sum(map(len, known[:3])) <= SHORT else 1
    rest = len(known) - most
    said = _plain(known[0])
    for text in known[1:most]:
        said = Message("{said}{between}{text}").fill(said=said, between=_(", "), text=text)
    return Message("{said} +{rest}").fill(said=said, rest=rest) if rest > 0 else said


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
