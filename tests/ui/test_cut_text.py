"""No page cuts off its words: what cannot end in an ellipsis has the room that it asks for."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from ui.theme import ElidedWords
from workbench.messages import LANGUAGES

SIZES = [(1440, 900), (1280, 720)]


@pytest.fixture
def example(start, qtbot):
    """The worked example."""
    desk = start.program.desk
    desk.open_sample()
    qtbot.waitUntil(lambda: start.program.page is not None and not desk.session.workspace.unsaved)
    return start.program


def cut(window):
    """The texts that are seen but have too little room, with what they need and what they have."""
    found = []
    for kind in (QLabel, QAbstractButton):
        for each in window.findChildren(kind):
            if not each.isVisible() or not each.text() or isinstance(each, ElidedWords):
                continue
            wraps = isinstance(each, QLabel) and each.wordWrap()
            needed = each.heightForWidth(each.width()) if wraps else each.sizeHint().width() - 1
            room = each.height() if wraps else each.width()
            if needed > room:
                found.append((type(each).__name__, each.text(), needed, room))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_cuts_off_its_words(example, qtbot, language):
    example.choices.speak(language)
    for key in list(example.pages.kinds):
        page = example.show_page(key)
        for size in SIZES:
            example.window.resize(*size)
            qtbot.waitUntil(lambda: cut(example.window) == [], timeout=2000)
            needed = page.minimumSizeHint()
            assert (key, page.width() >= needed.width(), page.height() >= needed.height()) == (
                key,
                True,
                True,
            )


def test_a_column_of_long_texts_gets_the_room_that_short_ones_do_not_need(example):
    example.window.resize(1280, 720)
    page = example.show_page("interview_notes")
    widths = {each.name: page.view.columnWidth(at) for at, each in enumerate(page.table.fields)}
    assert widths["text"] > 3 * widths["speaker"] > 0
    assert sum(widths.values()) == page.view.viewport().width()
