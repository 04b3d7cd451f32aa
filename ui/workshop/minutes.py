"""The minutes of a workshop, made from its records: for the clipboard and for Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.workshop.scoring_words import wall_texts
from workbench.charts.quadrant import Room, layout
from workbench.charts.quadrant_traces import with_traces
from workbench.charts.scene import Scene
from workbench.domain import Axis, Requirement
from workbench.messages import _
from workbench.report import Block, Column, Facts, Figure, Heading, Paragraph, Report, Row, Table
from workbench.rules.priority import importance
from workbench.rules.voting import tally

if TYPE_CHECKING:
    from ui.workshop.meeting import Meeting

SIZE = (640.0, 440.0)


def minutes(meeting: Meeting) -> Report:
    """The minutes as a document in the window's language."""
    session = meeting.session
    return Report(
        f"{session.project.title} · {meeting.now.title}",
        session.language,
        tuple(_blocks(meeting)),
        author=session.workspace.who,
    )


def as_text(report: Report) -> str:
    """A document as plain lines, for a chat or a mail."""
    return "\n".join(line for block in report.blocks for line in _lines(block)).strip() + "\n"


def picture(meeting: Meeting) -> Scene:
    """The quadrant of now with the way of what has moved since the workshop began."""
    session, room = meeting.session, Room(*SIZE, names=True)
    items = meeting.needs()
    scene = layout(items, session.project, wall_texts(meeting), room)
    before = {
        each: (value, urgency) for each, (value, urgency) in meeting.before().items() if value and urgency
    }
    now = {each.id: (each.value, each.urgency) for each in items if each.value and each.urgency}
    return with_traces(scene, before, now, session.project, room)


def _blocks(meeting: Meeting) -> Iterator[Block]:
    tell, now = meeting.session.translate, meeting.now
    spent = sum(item.spent for item in meeting.agenda().values()) // 60_000
    facts = (
        (tell(_("Date")), str(now.held_on or "")),
        (tell(_("Goal")), now.goal),
        (tell(_("Who decides")), now.decided_by),
        (tell(_("Voters")), tell(_(", ")).join(map(meeting.called, meeting.voters))),
        (tell(_("Duration")), tell(_("{minutes} min").fill(minutes=spent))),
    )
    yield Heading(f"{meeting.session.project.title} · {now.title}")
    yield Facts(tuple((label, " ".join(text.split())) for label, text in facts if text.strip()))
    yield from _list(
        tell(_("Decisions")), [with_name(meeting, each.text, each.who) for each in meeting.decisions()]
    )
    yield from _scores(meeting)
    new = [
        with_name(
            meeting, f"{each.code} {' '.join(each.description.split())}", meeting.called(each.raised_by)
        )
        for each in meeting.collected()
    ]
    yield from _list(tell(_("Collected requirements")), new)
    yield from _list(tell(_("Parking lot")), [each.text for each in meeting.parked()])
    if any(each.value and each.urgency for each in meeting.needs()):
        scene = picture(meeting)
        yield Figure(scene, tell(_("Value-urgency quadrant: arrows show what has moved")), scene.sentence)


def with_name(meeting: Meeting, text: str, who: str) -> str:
    """A line with who has said or decided it."""
    return meeting.session.translate(_("{text} ({who})").fill(text=text, who=who)) if who else text


def _list(title: str, lines: list[str]) -> Iterator[Block]:
    if lines:
        yield Heading(title, 2)
        for line in lines:
            yield Paragraph(line, "bullet")


def _scores(meeting: Meeting) -> Iterator[Block]:
    """What was scored, with the spread of the votes: no mean is sold as agreement."""
    tell = meeting.session.translate
    decided = {each.requirement for each in meeting.score_decisions()}
    before = meeting.before()
    rows = []
    for item in sorted(meeting.needs(), key=lambda each: importance(each, meeting.session.project)):
        moved = before.get(item.id, (None, None)) != (item.value, item.urgency)
        if item.id in decided or moved:
            rows.append(
                Row((item.code, " ".join(item.description.split()), *_cells(meeting, item)), record=item.id)
            )
    if not rows:
        return
    titles = (_("Requirement ID"), _("Requirement description"), _("Value"), _("Urgency"), _("Reasons"))
    widths = (16, 30, 16, 16, 28)
    columns = tuple(
        Column(f"c{number}", tell(title), width)
        for number, (title, width) in enumerate(zip(titles, widths, strict=True))
    )
    yield Heading(tell(_("Decided scores")), 2)
    yield Table(columns, tuple(rows), form="workshop_scores")


def _cells(meeting: Meeting, item: Requirement) -> tuple[str, str, str]:
    value, urgency = (_score(meeting, item, axis) for axis in Axis)
    reasons = [" ".join(text.split()) for text in (item.value_reason, item.urgency_reason)]
    return value, urgency, "; ".join(dict.fromkeys(text for text in reasons if text))


def _score(meeting: Meeting, item: Requirement, axis: Axis) -> str:
    score = getattr(item, axis)
    old = meeting.before().get(item.id, (None, None))[0 if axis is Axis.VALUE else 1]
    text = f"{old} → {score}" if old and score and old != score else str(score or "—")
    found = tally(meeting.votes(axis).get(item.id, {}))
    if found is None:
        return text
    spread = _("{score} (spread {spread})").fill(score=text, spread=found.spread)
    return meeting.session.translate(spread)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield block.text
        case Facts():
            yield from (f"{label}: {text}" for label, text in block.pairs)
        case Paragraph():
            yield f"- {block.text}"
        case Table():
            yield from (
                "  ".join(str(cell) for cell in row.cells) for row in block.rows if isinstance(row, Row)
            )
        case _:
            return
