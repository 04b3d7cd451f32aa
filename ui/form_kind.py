"""The page of a template, as one of the pages there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui.page import Page, PageKind
from ui.places import place_of

if TYPE_CHECKING:
    from ui.form_view import FormView
    from ui.program import Program
    from workbench.domain import Record
    from workbench.spec import Form
    from workbench.storage import SqliteStore
    from workbench.storage.past import Past

FEW = 8
"""How many lines of its past a record's page shows."""


def kind_of_form(form: Form) -> PageKind:
    """The page of a template."""

    def make(program: Program) -> Page:
        from ui.form_view import FormView  # late: the first paint needs no page

        assert program.desk is not None
        page = FormView(form, program.desk.session)
        page.quick.box.textEdited.connect(program.note_soon)
        page.wanted_item.connect(program.pages.open_item)
        page.stack.ask_past = partial(_ask_past, program)
        page.history_wanted.connect(lambda: program.window.actions_.run("record_history"))
        page.panel.expanded.connect(lambda key: expand(program, page, key))
        return page

    def expand(program: Program, page: FormView, key: str) -> None:
        chosen, full = page.panel.chosen, program.show_page(key)
        if full is not None and chosen:
            full.show_item(chosen)

    heads = (form.head.record,) if form.head else ()
    rank = 20 if form.number is None else 10
    return PageKind(form.key, form.title, place_of(form), make, (form.record,), heads, form.record, rank)


def _ask_past(program: Program, item: Record, take: Callable[[Sequence[Past]], None]) -> None:
    if program.desk is not None:
        read = partial(_past, program.desk.opened.store, item)
        program.writer.submit(read, take, lambda _error: None)


def _past(store: SqliteStore, item: Record) -> Sequence[Past]:
    from workbench.storage.past import Only, entries  # late: it knows the database

    return entries(store, item.project, Only(record=item.id), FEW)
