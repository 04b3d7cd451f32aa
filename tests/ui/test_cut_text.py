"""No page cuts off its words: what cannot end in an ellipsis has the room that it asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea

from ui.theme import ElidedWords
from ui.window import SMALLEST_IN_CALL
from workbench.messages import LANGUAGES

SIZES = [(1440, 900), (1280, 720), SMALLEST_IN_CALL]


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


def too_wide(page, most):
    """What of a page has too little room: all of it, or scrolled parts that do not scroll sideways."""
    needed = page.minimumSizeHint()
    if not (needed.width() <= page.width() <= most and needed.height() <= page.height()):
        return [(needed.toTuple(), page.size().toTuple())]
    return [
        (type(area.parent()).__name__, area.widget().minimumSizeHint().width(), area.viewport().width())
        for area in page.findChildren(QScrollArea)
        if area.isVisible()
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.widget().minimumSizeHint().width() > area.viewport().width()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_cuts_off_its_words(example, qtbot, language):
    example.choices.speak(language)
    example.window.setMinimumSize(*SMALLEST_IN_CALL)
    for key in list(example.pages.kinds):
        page = example.show_page(key)
        for size in SIZES:
            example.window.resize(*size)

            def all_seen(page=page, key=key, size=size):
                assert (key, size, cut(example.window), too_wide(page, size[0])) == (key, size, [], [])

            qtbot.waitUntil(all_seen, timeout=2000)


def test_a_column_of_long_texts_gets_the_room_that_short_ones_do_not_need(example):
    example.window.resize(1280, 720)
    page = example.show_page("interview_notes")
    widths = {each.name: page.view.columnWidth(at) for at, each in enumerate(page.table.fields)}
    assert widths["text"] > 3 * widths["speaker"] > 0
    assert sum(widths.values()) == page.view.viewport().width()
