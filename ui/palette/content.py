"""Records that were found, as rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.arrangement import class_field
from ui.palette.rows import Row
from workbench.domain import Project, Record
from workbench.domain.record import owners_of
from workbench.messages import _
from workbench.search import Hit, code_of, title_of
from workbench.spec import Context, Rating

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import PageKind
    from ui.program import Program
    from workbench.spec import Form

OPEN = _("Open")
LONGEST = 200
"""Characters of a title that are drawn at most."""


class Content:
    """Makes rows of records. ``open_record`` is told a record and a field."""

    def __init__(self, program: Program, open_record: Callable[[Record, str], object]) -> None:
        self._program = program
        self._open = open_record

    def row(self, hit: Hit) -> Row:
        """A hit: its title and where it stands; the passage if the title does not say it."""
        passage, item = hit.passage, hit.item
        field = passage.field if passage else ""
        title = title_of(item)[:LONGEST]
        shown = title or self._place(item)
        label = self._label(item, field)
        lead = f"{label}  " if label else ""
        return Row(
            shown,
            partial(self._open, item, self._field_for(item, field)),
            self.icon(item),
            [span for span in hit.title_spans if span[1] <= LONGEST] if title else (),
            self.aside(item),
            f"{lead}{passage.text}" if passage else "",
            [(low + len(lead), high + len(lead)) for low, high in passage.spans] if passage else (),
            verb=self._program.voice.translate(OPEN),
        )

    def recent(self, item: Record) -> Row:
        """A record that was open lately."""
        return Row(
            title_of(item)[:LONGEST] or self._place(item),
            partial(self._open, item, ""),
            self.icon(item),
            aside=self.aside(item),
            verb=self._program.voice.translate(OPEN),
        )

    def icon(self, item: Record) -> str:
        """The icon of the page that shows a record."""
        if type(item).__name__ == "Note":
            return "message-square-quote"
        form, kind = self._form(item), self._kind(item)
        return form.icon if form else kind.place.icon if kind else "file-text"

    def aside(self, item: Record) -> str:
        """A record's code, the page it is on, its class, and its project where that is another."""
        desk = self._program.desk
        assert desk is not None
        code = code_of(item) or self._owner_code(item)
        other = ""
        if item.project not in {None, desk.session.scope}:
            lines = {line.project.id: line.project for line in desk.lines}
            project = lines.get(item.project or "")
            other = project.title if project and not isinstance(item, Project) else ""
        parts = (other, code, self._place(item), self._class(item))
        return " · ".join(" ".join(part.split())[:40] for part in parts if part)

    def _class(self, item: Record) -> str:
        form, desk = self._form(item), self._program.desk
        derived = class_field(form) if form else None
        if derived is None or desk is None or item.project != desk.session.scope:
            return ""
        context: Context = desk.session.context()
        return derived.text(item, context)

    def _form(self, item: Record) -> Form | None:
        desk = self._program.desk
        forms = desk.session.forms if desk else ()
        return next((form for form in forms if form.record is type(item)), None)

    def _kind(self, item: Record) -> PageKind | None:
        kind = self._program.pages.showing(item)
        if kind is not None:
            return kind
        owner = self._owner(item)
        return self._kind(owner) if owner is not None else None

    def _owner(self, item: Record) -> Record | None:
        desk = self._program.desk
        owners = (getattr(item, name) for name in owners_of(type(item)))
        found = (desk.session.workspace.find(owner) for owner in owners if owner) if desk else iter(())
        return next((owner for owner in found if owner is not None and owner is not item), None)

    def _owner_code(self, item: Record) -> str:
        owner = self._owner(item)
        return code_of(owner) or self._owner_code(owner) if owner is not None else ""

    def _place(self, item: Record) -> str:
        kind = self._kind(item)
        return self._program.voice.translate(kind.place.name) if kind else ""

    def _label(self, item: Record, field: str) -> str:
        form = self._form(item)
        for each in form.all_fields if form and field else ():
            if field in (each.name, getattr(each, "reason", "")):
                return self._program.voice.translate(each.label)
        return ""

    def _field_for(self, item: Record, field: str) -> str:
        """The field that a page has for a text: a reason stands with its score."""
        form = self._form(item)
        for each in form.all_fields if form and field else ():
            if isinstance(each, Rating) and each.reason == field:
                return each.name
        return field
