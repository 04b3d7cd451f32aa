"""What an interview shows beside its lines, worked out from the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ui.interview.acts import LineActs
from ui.interview.call import Call
from ui.interview.kinds import CLAIMS
from ui.interview.outline_column import StageCard
from ui.interview.rows import Row, StageRow, asks_means, line_row
from workbench.domain import Choice, Note, NoteKind, Quantity, Record
from workbench.messages import Message, Translate, _
from workbench.rules.asked import is_asked, next_question
from workbench.rules.confirmations import SETTLED
from workbench.rules.coverage import is_late, lit, unlit_questions, used

CONSENT = _("Purpose of the notes explained, and agreed to")
AT_LEAST, AT_MOST = _("at least {low}"), _("at most {high}")
BETWEEN = _("{low} to {high}")


def rows_of(call: Call, acts: LineActs, notes: Sequence[Note], translate: Translate) -> list[Row]:
    """The consent, and the lines with the stages that they are in."""
    found: list[Row] = []
    interview = call.interview
    if interview is not None and interview.consent_at is not None:
        found.append(StageRow(translate(CONSENT), 0, consent=True))
    titles = {stage.id: stage.title for stage in call.stages}
    made = acts.made_of(notes)
    before: Note | None = None
    for note in notes:
        if note.stage in titles and (before is None or before.stage != note.stage):
            found.append(StageRow(titles[note.stage], note.at))
        found.append(line_row(note, made.get(note.id, ()), before))
        before = note
    return found


def stage_cards(call: Call, notes: Sequence[Note]) -> list[StageCard]:
    """The stages with their time and lamps."""
    stages, points = call.stages, call.points
    covered = lit(points, notes)
    spent = used(stages, notes, call.elapsed if call.running else _end(notes), call.stage)
    questions = call.questions
    places = {stage.id: at for at, stage in enumerate(stages)}
    here = places.get(call.stage or "", 0)
    return [
        StageCard(
            stage.id,
            stage.title,
            stage.minutes,
            round(spent[stage.id] / 60_000),
            stage.id == call.stage,
            tuple((item.text, is_asked(item)) for item in questions if item.stage == stage.id),
            tuple((item.text, item.id in covered) for item in points if item.stage == stage.id),
            next_asked(call) if stage.id == call.stage else "",
            places[stage.id] < here,
        )
        for stage in stages
    ]


def next_asked(call: Call) -> str:
    """The question that is to be asked next in the stage of now."""
    found = next_question(item for item in call.questions if item.stage == call.stage)
    return found.text if found else ""


def _end(notes: Sequence[Note]) -> int:
    return max((note.at for note in notes), default=0)


def still_open(call: Call, notes: Sequence[Note], translate: Translate) -> list[str]:
    """In the last five minutes what is still to be asked, at most three."""
    if not call.running or not is_late(call.elapsed, call.stages):
        return []
    asked = unlit_questions(call.points, call.stages, notes)
    return [f"{at}. {translate(each.question)}" for at, each in enumerate(asked, 1)]


def confirmed(notes: Sequence[Note]) -> tuple[int, int]:
    """How many lines are confirmed, of those that should be."""
    claims = [note for note in notes if note.note_kind in CLAIMS or note.confirmation in SETTLED]
    return sum(1 for note in claims if note.confirmation in SETTLED), len(claims)


def is_draft(item: Record) -> bool:
    """Whether a record is the line that is being typed."""
    return isinstance(item, Note) and item.draft


def is_wish(note: Note) -> bool:
    """Whether the need behind a line is worth asking for."""
    return not note.quiet and (bool(note.real_need) or asks_means(note.text))


def counts(notes: Sequence[Note]) -> dict[NoteKind, int]:
    """How many lines there are of each kind."""
    return Counter(note.note_kind for note in notes)


def made_in(acts: LineActs, notes: Sequence[Note]) -> list[Record]:
    """What was made of lines, each once, in the order of the lines."""
    found = acts.made_of(notes)
    return list({item.id: item for note in notes for item in found.get(note.id, ())}.values())


def read_in(text: str, day: date, choices: Sequence[Choice], translate: Translate) -> list[str]:
    """The numbers and deadlines of a text, as they are understood."""
    from workbench.rules.calendar import calendar_of  # late: calendars are not wanted before the first line
    from workbench.rules.deadline_search import deadlines_in
    from workbench.rules.deadlines import printed
    from workbench.rules.quantities import read_all

    said = []
    for each in read_all(text):
        words, value = each.quantity.said, _value(each.quantity, translate)
        if value.replace(" ", "") != words.replace(" ", ""):
            said.append(f"{words} = {value}")
    due = deadlines_in(text, day, calendar_of(choices))
    return [*said, *(printed(each.said, each.deadline.due, translate, day) for each in due)]


def _value(quantity: Quantity, translate: Translate) -> str:
    low, high = quantity.low, quantity.high
    if low is None:
        value = AT_MOST.fill(high=_figure(high or 0.0))
    elif high is None:
        value = AT_LEAST.fill(low=_figure(low))
    else:
        between = low != high
        value = BETWEEN.fill(low=_figure(low), high=_figure(high)) if between else Message(_figure(low))
    period = f" / {quantity.period}" if quantity.period else ""
    return f"{translate(value)} {quantity.unit}{period}".strip()


def _figure(value: float) -> str:
    return f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
