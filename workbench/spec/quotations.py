"""The appendix of a report that holds what the client said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from workbench.domain import Cause, Problem
from workbench.domain.text import one_line
from workbench.messages import _
from workbench.report import Block, Column, Heading, PageBreak, Paragraph, Row, Table
from workbench.rules.quotations import Quotation, quotations
from workbench.spec.context import Context

_NAMES: Final = ("code", "phenomenon", "text", "title", "description")


def quotation_blocks(context: Context, *, named: bool = True, discreet: bool = False) -> Iterator[Block]:
    """The client's sentences as a table; without ``named`` nobody's name is told."""
    found = quotations(context.records, discreet=discreet)
    if not found:
        return
    translate = context.translate
    yield PageBreak()
    yield Heading(translate(_("Appendix: client quotations")))
    titles = (
        (_("Quotation ID"), 8),
        (_("In the client's words"), 42),
        (_("Said by"), 14),
        (_("When it was said"), 16),
        (_("Leads to"), 26),
    )
    columns = [Column(str(place), translate(title), width) for place, (title, width) in enumerate(titles)]
    rows = [_row(each, context, named=named) for each in found]
    shown = [place for place in range(len(columns)) if named or place != _SPEAKER]
    yield Table(
        tuple(columns[place] for place in shown),
        tuple(Row(tuple(cells[place] for place in shown)) for cells in rows),
    )
    yield Paragraph(
        translate(
            _(
                "Taken down in the calls as it was said; what was not said by the client, or taken back, "
                "is left out."
            )
        ),
        "note",
    )


_SPEAKER: Final = 2


def _row(each: Quotation, context: Context, *, named: bool) -> tuple[str, ...]:
    sentence = context.translate(_("“{sentence}”").fill(sentence=one_line(each.note.text).strip('“”「」"')))
    who = one_line(each.note.speaker) if named else ""
    supports = "\n".join(_name(item, context) for item in each.supports)
    return each.code, sentence, who or "–", _when(each), supports or "–"


def _when(each: Quotation) -> str:
    minutes, seconds = divmod(each.note.at // 1000, 60)
    said = f"{minutes:02d}:{seconds:02d}"
    if each.interview is None:
        return said
    started = each.interview.started_at or each.interview.planned_at
    day = f"\n{started.astimezone():%Y-%m-%d}" if started else ""
    return f"{each.interview.code} · {said}{day}"


def _name(item: Any, context: Context) -> str:
    """What a reader finds a record by: its code, or a cause by its problem's and its words."""
    found = next((text for name in _NAMES if (text := one_line(str(getattr(item, name, "") or "")))), "")
    if isinstance(item, Cause) and (problem := context.find(Problem, item.problem)) is not None:
        return f"{problem.code}: {found}"
    return found
