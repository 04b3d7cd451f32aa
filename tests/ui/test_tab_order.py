"""Tab goes through all of a page, in the order in which one reads it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from forms import FORMS
from ui.tab_order import follow_layout

MOST_TABS = 400
TAB = Qt.FocusPolicy.TabFocus
FORM_PAGES = [form.key for form in FORMS]


@pytest.fixture
def example(start, qtbot):
    """The worked example, in a roomy window."""
    start.program.desk.open_sample()
    qtbot.waitUntil(lambda: start.program.page is not None)
    start.window.resize(1440, 900)
    with qtbot.waitActive(start.window):
        start.window.activateWindow()
    return start.program


def stops(page):
    """What Tab has to reach, as far as it can be seen."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & TAB == TAB
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each, QLabel | QScrollBar)
        and not each.objectName().startswith("qt_")
    ]


def walk(page):
    """What has the focus, Tab by Tab from a page's first part on, until one is back there."""
    page.focus_regions()[0].setFocus()
    first = QApplication.focusWidget()
    found = [first]
    for _number in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        found.append(QApplication.focusWidget())
    return found


@pytest.mark.parametrize("key", FORM_PAGES)
def test_tab_reaches_everything_on_a_form_s_page(example, key):
    page = example.show_page(key)
    if page is None or page.view.takes_tab:
        return
    seen = walk(page)
    missed = [each for each in stops(page) if each not in seen]
    assert [(type(each).__name__, each.accessibleName()) for each in missed] == []


@pytest.mark.parametrize("key", FORM_PAGES)
def test_tab_comes_to_the_panel_after_the_centre_and_to_the_line_after_the_rows(example, key):
    page = example.show_page(key)
    if page is None or page.view.takes_tab or page.stack.shown is not None:
        return
    seen = walk(page)
    places = [seen.index(each) for each in page.focus_regions() if each in seen]
    inside = [each for each in seen if each is not None and page.panel.isAncestorOf(each)]
    assert places == sorted(places)
    assert all(seen.index(page.quick.box) < seen.index(each) for each in inside if page.quick.isVisible())


def made_backwards():
    """A row of three buttons in a scrolled part, the last of them made first."""
    inside, whole = QWidget(), QWidget()
    last, middle, first = (QPushButton(name, inside) for name in ("last", "middle", "first"))
    row = QHBoxLayout(inside)
    for button in (first, middle, last):
        row.addWidget(button)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    QVBoxLayout(whole).addWidget(area)
    return whole, [first, middle, last]


def test_tab_follows_the_layout_also_in_a_part_that_comes_into_a_window_later(qtbot):
    part, wanted = made_backwards()
    follow_layout(part)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after = QPushButton("before"), QPushButton("after")
    for widget in (before, part, after):
        column.addWidget(widget)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    before.setFocus()
    seen = []
    for _number in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [*wanted, after]


def test_tab_leaves_an_empty_page_that_offers_no_button(example, qtbot):
    page = example.show_page("bin")
    qtbot.waitUntil(page.empty.isVisible)
    page.where.setFocus()
    QTest.keyClick(page.where, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not page.where


def test_a_ring_shows_where_the_focus_is(example):
    ring = example.show_page("history").steps.pane.table.ring
    table = ring.parentWidget()
    assert not ring.isVisible()
    table.setFocus()
    assert (ring.isVisible(), ring.size()) == (True, table.size())
    example.window.top_bar.search.setFocus()
    assert not ring.isVisible()


def test_tab_goes_from_the_page_to_the_line_at_the_foot_and_from_there_to_the_top(example):
    window = example.window
    panes = [window.sidebar, window.top_bar, window.tabs, window.stack, window.status_bar]
    example.show_page("stakeholders")
    window.sidebar.switcher.setFocus()
    seen = []
    for _number in range(MOST_TABS):
        focus = QApplication.focusWidget()
        at = next(n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus))
        if seen[-1:] != [at]:
            seen.append(at)
        if len(seen) > len(panes):
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [0, 1, 2, 3, 4, 0]
