"""The page of a template, as one of the pages there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.page import Page, PageKind
from ui.places import place_of

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.spec import Form


def kind_of_form(form: Form) -> PageKind:
    """The page of a template."""

    def make(program: Program) -> Page:
        from ui.form_view import FormView  # late: the first paint needs no page

        assert program.desk is not None
        page = FormView(form, program.desk.session)
        page.quick.box.textEdited.connect(program.note_soon)
        page.wanted_item.connect(program.pages.open_item)
        return page

    heads = (form.head.record,) if form.head else ()
    rank = 20 if form.number is None else 10
    return PageKind(form.key, form.title, place_of(form), make, (form.record,), heads, form.record, rank)
