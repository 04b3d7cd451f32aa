"""The sidebar: the overview on top, the phases with their rings, what goes on at a place."""

from datetime import datetime

from workbench.domain import Interview, Note, NoteKind
from workbench.messages import Message, _


def test_the_sidebar_shows_how_far_the_phases_are(example, qtbot):
    sidebar = example.window.sidebar
    qtbot.waitUntil(lambda: sidebar.rows["phase1"].share == 1)
    assert 0 < sidebar.rows["phase4"].share < 1
    assert sidebar.phases.meta.text() == "1 / 6"
    assert "Done: 100 %" in sidebar.rows["phase1"].accessibleDescription()
    assert sidebar.rows["overview"].share is None
    assert next(iter(sidebar.rows)) == "overview"
    example.close_project()
    qtbot.waitUntil(lambda: sidebar.rows["phase1"].share is None)


def test_a_ring_grows_with_what_is_done(program, qtbot):
    sidebar, scope = program.window.sidebar, program.desk.session.scope
    program.desk.session.workspace.put(
        Interview(id="i", project=scope, code="V01"),
        Note(id="n", project=scope, interview="i", text="it fails", note_kind=NoteKind.PAIN),
        label=_("Test"),
    )
    qtbot.waitUntil(lambda: sidebar.rows["phase2"].share == 0.5)


def test_a_place_can_say_what_goes_on_there(program):
    sidebar = program.window.sidebar
    sidebar.show_badge("phase2", Message("Clock runs"))
    assert sidebar.rows["phase2"].accessibleDescription().startswith("Clock runs")
    sidebar.show_badge("phase2", Message(""))
    assert "Clock" not in sidebar.rows["phase2"].accessibleDescription()


def test_the_gear_leads_to_the_settings(program, qtbot):
    gear = program.window.sidebar.gear
    assert gear.isVisible() == ("settings" in program.window.actions_.known)
    assert gear.accessibleName() == "Settings"


def test_the_rail_shows_that_something_goes_on_there(program):
    sidebar = program.window.sidebar
    sidebar.show_narrow(narrow=True)
    row = sidebar.rows["phase2"]
    before = row.grab().toImage()
    sidebar.show_badge("phase2", Message("Clock runs"))
    assert row.grab().toImage() != before
    assert "Clock runs" in row.toolTip()
    sidebar.show_badge("phase2", Message(""))
    assert row.grab().toImage() == before


def test_the_rail_says_which_project_is_open(program):
    assert "Login" in program.window.sidebar.switcher.toolTip()


def test_a_call_that_is_planned_for_later_today_is_said(program):
    late = datetime.now().astimezone().replace(hour=23, minute=59, second=59)
    desk = program.desk
    call = Interview(project=desk.session.scope, code="V01", planned_at=late)
    desk.session.workspace.put(call, label=Message("New"))
    assert program.window.sidebar.rows["phase2"].badge == "23:59"
    desk.session.workspace.undo(desk.session.scope)
    assert program.window.sidebar.rows["phase2"].badge == ""
