"""What the palette lists for what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.palette.commands import Commands
from ui.palette.content import Content
from ui.palette.deeds import Deeds
from ui.palette.rows import Group, Reach, Row, Step
from workbench.messages import Message, _
from workbench.search import Hit, Query, read_query, search
from workbench.search.query import Sort

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.palette.index import Index
    from ui.program import Program
    from workbench.domain import Record

FEW, SOME, MANY = 4, 8, 60
"""Rows of a group: among others, of records among others, alone."""


class Finder:
    """Asks the index and the table of commands. ``reach`` is where is searched."""

    def __init__(
        self,
        program: Program,
        index: Index,
        open_record: Callable[[Record, str], object],
        begin: Callable[[Step | None], object],
    ) -> None:
        self._program = program
        self._index = index
        self._widen: Callable[[], object] = lambda: None
        self.commands = Commands(program)
        self.content = Content(program, open_record)
        self._deeds = Deeds(program, begin)
        self.reach = Reach.PROJECT
        self.records_only = False
        self.been: Sequence[str] = ()

    def on_widen(self, call: Callable[[], object]) -> None:
        """What the row that searches everywhere calls."""
        self._widen = call

    @staticmethod
    def searches(typed: str) -> bool:
        """Whether records are looked for, and not commands only."""
        return read_query(typed).sort is not Sort.COMMANDS

    def groups(self, typed: str) -> list[Group]:
        """The rows for what was typed."""
        query = read_query(typed)
        if query.sort is Sort.COMMANDS:
            rows = self.commands.found(query, MANY) if query else self.commands.every()
            return self._or_nothing([self._group(_("Commands"), rows)], query)
        if not query and query.sort is Sort.ALL:
            return self._before_typing()
        if self.records_only or query.sort is Sort.CODES:
            return self._or_nothing([self._records(self._hits(query, MANY), MANY)], query)
        return self._or_nothing(self._all(query), query)

    def _all(self, query: Query) -> list[Group]:
        hits = self._hits(query, SOME)
        deeds = self._deeds.group(hits[0].item) if hits else None
        named = self._named(query, FEW if hits else SOME, slips=False)
        if not hits and not any(group.rows for group in named):
            named = self._named(query, SOME, slips=True)
        meant = [group for group in named if group.rows and group.rows[0].sure]
        meant.sort(key=lambda group: -group.rows[0].sure)
        others = [group for group in named if group not in meant]
        return [*meant, self._records(hits, SOME), *([deeds] if deeds else []), *others]

    def _named(self, query: Query, most: int, *, slips: bool) -> list[Group]:
        """What has such a name; slips are forgiven only where nothing has the name itself."""
        return [
            self._group(_("Commands"), self.commands.found(query, most, slips=slips)),
            self._group(_("Pages"), self.commands.places(query, FEW, slips=slips)),
            self._group(_("Projects"), self.commands.projects(query, FEW, slips=slips)),
        ]

    def _hits(self, query: Query, limit: int) -> list[Hit]:
        return search(self._index.shelves(self.reach), query, limit, self._index.lately)

    def _records(self, hits: Sequence[Hit], limit: int) -> Group:
        title = _("Content")
        if len(hits) == limit:
            title = _("Content: the best {count}").fill(count=str(limit))
        return self._group(title, [self.content.row(hit) for hit in hits])

    def _group(self, title: Message, rows: Sequence[Row]) -> Group:
        return Group(self._program.voice.translate(title), rows)

    def _before_typing(self) -> list[Group]:
        recent = [*self._pages(), *self._lately()]
        if self.records_only:
            rows = self._lately()
            return [self._group(_("Recent"), rows) if rows else self._group(_("Content"), [self._hint()])]
        return [
            self._group(_("Recent"), recent[:SOME]),
            self._group(_("Used most"), self.commands.used_most(FEW + 2)),
        ]

    def _hint(self) -> Row:
        text = _("Type words from a note, a requirement or a cause, a code, or first letters of pinyin")
        return _nothing(self._program.voice.translate(text))

    def _pages(self) -> list[Row]:
        known, here = self._program.pages.kinds, self._program.pages.key
        desk = self._program.desk
        if desk is None or desk.session.scope is None:
            return []
        return [self.commands.page(key) for key in self.been if key in known and key != here][:FEW]

    def _lately(self) -> list[Row]:
        desk = self._program.desk
        found = (desk.session.workspace.find(known) for known in self._index.lately) if desk else ()
        shown = [item for item in found if item is not None and self._program.pages.showing(item)]
        return [self.content.recent(item) for item in shown[:FEW]]

    def _or_nothing(self, groups: list[Group], query: Query) -> list[Group]:
        if any(group.rows for group in groups):
            return groups
        say = self._program.voice.translate
        if query.sort is not Sort.COMMANDS and not self._index.is_whole(self.reach):
            return [Group("", [_nothing(say(_("Still reading …")))])]
        title = say(_("Nothing found for “{text}”").fill(text=query.text[:40]))
        rows = []
        if self.reach is not Reach.EVERYWHERE and query.sort is not Sort.COMMANDS:
            rows.append(Row(say(_("Search all projects")), self._widen, "search", stays=True))
        return [Group(title, rows or [_nothing(say(_("Try fewer or other words")))])]


def _nothing(text: str) -> Row:
    return Row(text, lambda: None, "info", stays=True)
