"""The pages of an open project: which there are, which is shown, and which shows a record."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.page import Page, PageKind
from workbench.domain import Record
from workbench.domain.record import owners_of
from workbench.messages import Message

if TYPE_CHECKING:
    from ui.program import Program
    from ui.sidebar import Place


class Pages(QObject):
    """Makes pages when they are first wanted; tells before (``leaving``) and after (``turned``) it turns."""

    turned = Signal()
    leaving = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._own: dict[str, PageKind] = {}
        self.kinds: dict[str, PageKind] = {}
        self.made: dict[str, Page] = {}
        self.key = ""
        self._last: dict[str, str] = {}
        self._said: dict[str, str] = {}

    def offer(self, kind: PageKind) -> None:
        """Add a page that is not a template's."""
        self._own[kind.key] = kind

    def list_all(self, forms: Iterable[PageKind]) -> None:
        """Know these templates' pages, and those that were offered, in the order in which they stand."""
        found = sorted([*self._own.values(), *forms], key=_standing)
        self.kinds = {kind.key: kind for kind in found}

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        return self.made.get(self.key)

    @property
    def kind(self) -> PageKind | None:
        """What the page that is shown is."""
        return self.kinds.get(self.key)

    @property
    def first(self) -> str:
        """The page that a project opens with where nobody has been yet."""
        return next(kind.key for kind in self.kinds.values() if not kind.aside)

    def places(self) -> list[Place]:
        """Every place there is: the overview, the phases in their order, the library."""
        places = {kind.place.key: kind.place for kind in self.kinds.values()}
        return sorted(places.values(), key=lambda place: (place.phase is None, place.phase or 0))

    def at(self, place: str) -> list[PageKind]:
        """The pages of a place, in order."""
        return [kind for kind in self.kinds.values() if kind.place.key == place]

    def count(self, place: str) -> int:
        """How many records a place holds, as the sidebar says it."""
        counted = next((kind for kind in self.at(place) if kind.counted), None)
        desk = self._program.desk
        if desk is None or counted is None or counted.counted is None:
            return 0
        return desk.count(counted.counted, counted.place.phase)

    def titles(self, place: str) -> list[tuple[str, Message]]:
        """Keys and titles of a place's pages."""
        return [(kind.key, kind.title) for kind in self.at(place)]

    def last_at(self, place: str) -> str:
        """The page of a place that was shown last, or its first."""
        known = [kind.key for kind in self.at(place)]
        last = self._last.get(place, "")
        return last if last in known else next(iter(known), "")

    def turn_to(self, key: str) -> Page:
        """Make a page if it is not there yet, and have it as the one that is shown."""
        self.leaving.emit()
        page = self.ready(key)
        self.key = key
        self._program.window.status_bar.show_selection(self._said.get(key, ""))
        if not self.kinds[key].aside:
            self._last[self.kinds[key].place.key] = key
        return page

    def ready(self, key: str) -> Page:
        """Have a page that does its work also while another is shown."""
        if key not in self.made:
            page = self.kinds[key].make(self._program)
            page.status.connect(partial(self._say, key))
            self.made[key] = page
        return self.made[key]

    def _say(self, key: str, text: str) -> None:
        self._said[key] = text
        if key == self.key:
            self._program.window.status_bar.show_selection(text)

    def leave(self) -> None:
        """Show none of the pages."""
        self.key = ""

    def drop(self) -> None:
        """Forget every page: another project is opened."""
        self.key = ""
        for page in self.made.values():
            self._program.window.stack.removeWidget(page)
            page.deleteLater()
        self.made, self._said = {}, {}
        self._program.window.status_bar.show_selection("")

    def showing(self, item: Record) -> PageKind | None:
        """The page on which a record is looked at."""
        wanted = type(item)
        exact = [kind for kind in self.kinds.values() if wanted in kind.shows]
        heads = [kind for kind in self.kinds.values() if wanted in kind.heads]
        return next(iter((*exact, *heads)), None)

    def open_item(self, identity: str, field: str = "") -> bool:
        """Show a record where it is looked at, or else what owns it; False if there is no place for it."""
        desk = self._program.desk
        item = desk.session.workspace.find(identity) if desk else None
        if item is None:
            return False
        kind = self.showing(item)
        if kind is not None:
            page = self._program.show_page(kind.key)
            if page is not None and page.show_item(identity, field):
                return True
        owners = (getattr(item, name) for name in owners_of(type(item)))
        return any(self.open_item(owner) for owner in owners if owner)


def _standing(kind: PageKind) -> tuple[bool, int, int]:
    return kind.place.phase is None, kind.place.phase or 0, kind.rank
