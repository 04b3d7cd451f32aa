"""Tab goes through all of a page, in the order in which one reads it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QWidget

from forms import FORMS

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
