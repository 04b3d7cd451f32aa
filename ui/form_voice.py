"""Says everything on a form's page in the language of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.form_words import head_words_for, words_for
from workbench.messages import _

if TYPE_CHECKING:
    from ui.form_view import FormView


def say_page(page: FormView) -> None:
    """All texts of a page but what its rows amount to."""
    translate, words = page.session.translate, words_for(page.form.key)
    page.header.say_anew()
    page.stack.say_anew()
    page.panel.say_anew()
    if page.wide is not None:
        page.wide.say_anew()
    if page.head_bar is not None:
        page.head_bar.say_anew()
        if page.strip is not None:
            page.strip.show_problem(page.head_bar.identity)
    page.quick.show_words(translate(words.line))
    say_empty(page)
    page.unmatched.show_words(translate(_("No row is like that")), "", translate(_("Show all rows")), "")


def say_empty(page: FormView) -> None:
    """What is missing: the parent record, or its first row."""
    translate, words = page.session.translate, words_for(page.form.key)
    keys = translate(_("Ins adds a row, N goes to the line below, Ctrl+V pastes rows"))
    if page.form.head is not None and page.head_bar is not None and not page.head_bar.identity:
        head = head_words_for(page.form.head.record)
        page.empty.show_words(translate(head.empty), translate(head.hint), translate(head.new), "")
    else:
        page.empty.show_words(translate(words.empty), translate(words.hint), translate(words.new), keys)
