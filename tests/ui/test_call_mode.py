"""A window beside a video call: one column, and everything back as it was afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.stand import sample
from workbench.domain import Requirement
from workbench.messages import _


@pytest.fixture
def window(program):
    program.window.resize(1280, 720)
    return program.window


def put_requirements(program):
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    items = [
        Requirement(project=scope, code=each.code, description=each.description, value=4, urgency=4)
        for each in sample()
    ]
    workspace.put(*items, label=_("New"))


def test_call_mode_makes_one_column_and_puts_everything_back(window, qtbot):
    before = window.geometry()
    with qtbot.waitSignal(window.compact_changed) as heard:
        window.actions_.run("call_mode")
    assert heard.args == [True]
    assert (window.width(), window.compact, window.in_call) == (640, True, True)
    assert not window.sidebar.isVisible()
    with qtbot.waitSignal(window.compact_changed):
        window.actions_.run("call_mode")
    assert (window.geometry(), window.compact, window.in_call) == (before, False, False)
    assert window.sidebar.isVisible()
    assert window.minimumWidth() == 960


def test_the_narrow_window_is_within_the_screen(window):
    window.actions_.run("call_mode")
    assert window.screen().availableGeometry().contains(window.geometry().center())


def test_the_way_around_is_in_the_top_bar_then(window, program):
    assert not window.top_bar.places.isVisible()
    window.actions_.run("call_mode")
    assert window.top_bar.places.isVisible()
    menu = window.top_bar.places.menu()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == "Requirements").trigger()
    assert program.page is program.pages.made["requirement_priority"]
    window.top_bar.widen.click()
    assert not window.in_call


def test_a_wide_window_in_call_mode_has_its_sidebar_again(window):
    window.actions_.run("call_mode")
    window.resize(1200, 700)
    assert not window.compact
    assert window.sidebar.isVisible()


def test_tabs_go_where_there_is_no_room_for_them(window, program):
    program.show_page("requirement_priority")
    program.show_page("project_brief")
    assert window.tabs.isVisible()
    window.actions_.run("call_mode")
    window.resize(640, 600)
    assert not window.tabs.isVisible()
    window.resize(640, 700)
    assert window.tabs.isVisible()


def test_after_the_workshop_the_narrow_window_has_no_rail(window, program):
    window.actions_.run("call_mode")
    program.show_page("workshop")
    program.show_page("requirement_priority")
    assert window.top_bar.isVisible()
    assert not window.sidebar.isVisible()


def test_the_geometry_of_before_the_call_is_kept_on_closing(window, program, qtbot):
    before = window.saveGeometry()
    window.actions_.run("call_mode")
    with qtbot.waitSignal(window.left):
        window.let_close()
    assert window.folder.geometry() == before


@pytest.fixture
def requirements(window, program):
    put_requirements(program)
    window.resize(1100, 700)
    program.show_page("requirement_priority")
    return program.page


def test_in_a_narrow_window_the_panel_lies_over_the_page(requirements, window):
    page, table = requirements, requirements.view.width()
    assert not page.panel.isVisible()
    window.actions_.run("toggle_panel")
    assert page.panel.isVisible()
    assert page.panel.geometry().right() == page.rect().right()
    assert page.view.width() == table
    assert page.panel.isAncestorOf(window.focusWidget())


def test_escape_closes_the_panel_that_lies_over_the_page(requirements, window):
    window.actions_.run("toggle_panel")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not requirements.panel.isVisible()
    assert window.focusWidget() is requirements.view


def test_the_panel_stands_beside_the_page_again_in_a_wide_window(requirements, window):
    window.actions_.run("toggle_panel")
    window.resize(1440, 800)
    page = requirements
    assert page.panel.isVisible()
    assert page.view.mapTo(page, page.view.rect().topRight()).x() < page.panel.x()
    window.resize(1100, 700)
    assert not page.panel.isVisible()
