"""What can be done with the record on top: score it, see it among the others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ui.edits import Edits
from ui.form_view import FormView
from ui.palette.rows import Group, Row, Step
from workbench.domain import Requirement
from workbench.messages import Message, _
from workbench.search import Name, best, code_of, read_query, title_of
from workbench.spec import Form, Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.program import Program
    from workbench.domain import Record

SHORT = 30
SCORES = range(1, 6)


class Deeds:
    """Offers what fits a record; ``begin`` is told a step that asks for one thing more."""

    def __init__(self, program: Program, begin: Callable[[Step], object]) -> None:
        self._program = program
        self._begin = begin

    def group(self, item: Record) -> Group | None:
        """The rows for a record, if there is more to do than to open it."""
        desk, form = self._program.desk, self._form(item)
        if desk is None or form is None or not isinstance(item, Requirement):
            return None
        if item.project != desk.session.scope:
            return None
        say = self._program.voice.translate
        rows = [self._rating(each, item) for each in form.fields if isinstance(each, Rating)]
        if desk.read_only:
            rows = []
        if any(drawing.key == "quadrant" for drawing in form.drawings):
            text = say(_("Show in the quadrant"))
            rows.append(Row(text, partial(self._show, form, item.id), "crosshair"))
        return Group(say(_("With {name}").fill(name=name_of(item))), rows) if rows else None

    def _form(self, item: Record) -> Form | None:
        desk = self._program.desk
        forms = desk.session.forms if desk else ()
        return next((form for form in forms if form.record is type(item)), None)

    def _rating(self, field: Rating, item: Requirement) -> Row:
        say = self._program.voice.translate
        now = field.get(item)
        score = _("none") if now is None else str(now)
        text = _("Change {field} …").fill(field=field.label)
        step = Step(_("{field} of {name}").fill(field=field.label, name=name_of(item)), lambda _typed: ())
        step = replace(step, rows=partial(self._scores, field, item.id))
        aside = say(_("now {score}").fill(score=score))
        return Row(say(text), partial(self._begin, step), "gauge", aside=aside, stays=True)

    def _scores(self, field: Rating, identity: str, typed: str) -> Sequence[Group]:
        desk = self._program.desk
        item = desk.session.workspace.find(identity) if desk else None
        if desk is None or item is None:
            return ()
        anchors = desk.session.context().texts(field.anchors) if field.anchors else {}
        say = self._program.voice.translate
        names = [Name(score, f"{score}  {anchors.get(str(score), '')}".rstrip()) for score in SCORES]
        query = read_query(typed)
        shown = (
            [(each.what, each.text, each.spans) for each in best(names, query, 5)]
            if query
            else [(name.what, name.text, ()) for name in names]
        )
        now = say(_("Now"))
        rows = [
            Row(
                text,
                partial(self._rate, field, identity, score),
                "gauge",
                spans,
                aside=now if field.get(item) == score else "",
            )
            for score, text, spans in shown
        ]
        return (Group(say(field.label), rows),)

    def _rate(self, field: Rating, identity: str, score: int) -> None:
        desk = self._program.desk
        item = desk.session.workspace.find(identity) if desk else None
        form = self._form(item) if item is not None else None
        if desk is not None and form is not None:
            Edits(form, desk.session).rate(identity, {field.name: score})
            said: Message = (
                _("{name}: {field} is {score} now").fill(
                    name=name_of(item), field=field.label, score=str(score)
                )
                if item is not None
                else Message("")
            )
            self._program.window.status_bar.show_selection(self._program.voice.translate(said))

    def _show(self, form: Form, identity: str) -> None:
        page = self._program.show_page(form.key)
        if isinstance(page, FormView) and page.show_item(identity) and page.panel.isHidden():
            page.toggle_panel()


def name_of(item: Record) -> str:
    """What a record is called in a sentence."""
    title = " ".join((code_of(item) or title_of(item)).split())
    return title if len(title) <= SHORT else title[:SHORT] + "…"
