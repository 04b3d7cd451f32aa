"""Everything that takes the focus says what it is, Tab reaches it, and every chart has words and a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QGraphicsView,
    QLabel,
    QScrollBar,
    QTableView,
    QWidget,
)

from workbench.messages import LANGUAGES

MOST_TABS = 400
TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture
def example(start, qtbot):
    """The worked example, in a roomy window."""
    start.program.desk.open_sample()
    qtbot.waitUntil(lambda: start.program.page is not None)
    start.window.resize(1440, 900)
    return start.program


def own(part):
    """What takes the focus in a part and can be seen, without the insides of Qt's own widgets."""
    return [
        each
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy().value
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each, QLabel | QScrollBar | QDialog)
        and not each.objectName().startswith("qt_")
    ]


def name(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).strip()


def unnamed(part):
    return [(type(each).__name__, type(each.parent()).__name__) for each in own(part) if not name(each)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_what_takes_the_focus(example, language):
    example.choices.speak(language)
    found = {}
    for key in list(example.pages.kinds):
        page = example.show_page(key)
        found[key] = unnamed(page)
    example.show_start()
    found["start"] = unnamed(example.window.start)
    found["frame"] = [
        each
        for part in (example.window.sidebar, example.window.top_bar, example.window.status_bar)
        for each in unnamed(part)
    ]
    assert {key: each for key, each in found.items() if each} == {}


DIALOGS = ("settings", "keys", "about", "export", "new_project", "purge")


def opened(program, command, qtbot):
    """The dialog that a command opens."""
    program.window.actions_.run(command)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in program.window.findChildren(QDialog)))
    return next(each for each in program.window.findChildren(QDialog) if each.isVisible())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", DIALOGS)
def test_every_dialog_names_what_takes_the_focus(example, qtbot, command, language):
    example.choices.speak(language)
    dialog = opened(example, command, qtbot)
    found = list(unnamed(dialog))
    if command == "settings":
        for key in dialog.sections.keys():  # noqa: SIM118 - not a mapping
            dialog.sections.choose(key)
            found += unnamed(dialog)
    assert found == []
    dialog.reject()


@pytest.mark.parametrize("command", DIALOGS)
def test_tab_reaches_everything_in_a_dialog(example, qtbot, command):
    dialog = opened(example, command, qtbot)
    keys = dialog.sections.keys() if command == "settings" else ("",)
    for key in keys:
        if key:
            dialog.sections.choose(key)
            dialog.sections.names.setFocus()
        wanted = {each for each in own(dialog) if each.focusPolicy() & TAB == TAB}
        assert wanted - reached(dialog, len(wanted)) == set(), key
    dialog.reject()


def reached(dialog, count):
    found = set()
    for _number in range(count + 3):
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
        found.add(dialog.focusWidget())
    return found


def test_every_chart_says_what_it_shows_and_has_a_table(example, qtbot):
    drawn, silent, listed = {}, [], set()
    for key, kind in list(example.pages.kinds.items()):
        page = example.show_page(key)
        views = [each for each in page.findChildren(QGraphicsView) if each.isVisible()]
        for view in views:
            qtbot.waitUntil(lambda view=view: bool(view.scene().items()), timeout=2000)
            silent += [] if view.accessibleDescription().strip() else [key]
            drawn[key] = kind.place.key
        if any(each.accessibleName() for each in page.findChildren(QTableView)):
            listed.add(kind.place.key)
    assert len(drawn) >= 3
    assert silent == []
    assert [key for key, place in drawn.items() if place not in listed] == []
