"""Looking back in the window: who changed what, named versions, the recycle bin, and the ways back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.history.feature import BIN, HISTORY, VERSIONS, History
from ui.history.name_version import NameVersion
from ui.history.restoring import known_of
from ui.history.told import Teller, when
from workbench.domain import Account, Cause, Problem, Requirement, Solution
from workbench.messages import _
from workbench.workspace import Change


@pytest.fixture
def session(program, qtbot):
    """A requirement whose score was changed with a reason, and a problem with a cause and a plan for it."""
    session = program.desk.session
    workspace, scope = session.workspace, session.scope
    workspace.who = "Lin"
    first = Requirement(id="r", project=scope, code="DEMO001", description="Export in bulk", value=4)
    problem = Problem(id="p", project=scope, code="P01", phenomenon="Login fails")
    cause = Cause(id="k", project=scope, problem="p", text="Too few servers")
    plan = Solution(id="s", project=scope, code="S01", title="More servers", for_="p")
    workspace.put(first, problem, cause, plan, label=_("New"))
    workspace.who = "He Min"
    workspace.put(replace(first, value=3), label=_("{name}").fill(name="Score"), reason="the client said so")
    save(program, qtbot)
    return session


def save(program, qtbot):
    program.desk.autosave.flush()
    qtbot.waitUntil(lambda: not program.desk.session.workspace.unsaved)


def page(program, qtbot, key, rows):
    shown = program.show_page(key)
    found = shown.steps.list if hasattr(shown, "steps") else shown.list
    qtbot.waitUntil(lambda: len(found.lines.items) >= rows)
    return shown


def lines(shown):
    model = shown.lines
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def table(pane):
    return [(told.title, told.before, told.after) for told in pane.table.changes.told]


def pick(pane, title):
    row = next(n for n, told in enumerate(pane.table.changes.told) if told.title == title)
    pane.table.setCurrentIndex(pane.table.changes.index(row, 0))


def test_the_project_s_history_names_who_when_and_why(program, session, qtbot):
    steps = page(program, qtbot, "history", 3).steps
    assert "He Min" in lines(steps.list)[0]
    assert "the client said so" in lines(steps.list)[0]
    assert ("Requirement DEMO001 Export in bulk", "", "Changed") in table(steps.pane)
    assert any(before.startswith("4") and after.startswith("3") for _t, before, after in table(steps.pane))


def test_an_undo_is_shown_as_such_and_what_it_took_back_too(program, session, qtbot):
    session.workspace.undo(session.scope)
    save(program, qtbot)
    steps = page(program, qtbot, "history", 4).steps
    assert lines(steps.list)[0].startswith("Undone, Score")
    assert lines(steps.list)[1].startswith("Taken back, Score")


def test_words_and_a_person_filter_the_steps(program, session, qtbot):
    steps = page(program, qtbot, "history", 3).steps
    qtbot.keyClicks(steps.filter, "client said")
    assert len(lines(steps.list)) == 1
    steps.filter.setText("no such words")
    assert steps.empty.isVisible()
    steps.filter.clear()
    steps.person.setCurrentIndex(steps.person.findData("Lin"))
    steps.person.activated.emit(steps.person.currentIndex())
    qtbot.waitUntil(lambda: len(lines(steps.list)) == 1)


def test_a_value_is_restored_as_one_step(program, session, qtbot):
    steps = page(program, qtbot, "history", 3).steps
    assert steps.value_back.isEnabled()
    qtbot.mouseClick(steps.value_back, Qt.MouseButton.LeftButton)
    assert session.workspace.find("r").value == 4
    session.workspace.undo(session.scope)
    assert session.workspace.find("r").value == 3


def test_a_record_is_restored_as_it_was_after_a_step(program, session, qtbot):
    session.workspace.put(replace(session.workspace.find("r"), description="Other"), label=_("Edit"))
    save(program, qtbot)
    steps = page(program, qtbot, "history", 4).steps
    steps.list.go_to(2)
    pick(steps.pane, "Requirement DEMO001 Export in bulk")
    qtbot.mouseClick(steps.version_back, Qt.MouseButton.LeftButton)
    found = session.workspace.find("r")
    assert (found.description, found.value) == ("Export in bulk", 4)


def test_a_record_s_own_history_opens_from_its_row(program, session, qtbot):
    view = program.show_page("requirement_priority")
    view.pick("r")
    assert view.selected_item() == "r"
    program.window.actions_.run("record_history")
    feature = program.window.findChild(History) or program.findChild(History)
    qtbot.waitUntil(lambda: feature.sheet is not None and len(feature.sheet.steps.list.lines.items) == 2)
    assert {told.change.some.id for told in feature.sheet.steps.pane.table.changes.told} == {"r"}
    feature.sheet.steps.opened.emit("r")
    assert feature.sheet is None


def test_more_steps_come_as_one_scrolls(program, session, qtbot):
    for number in range(450):
        text = replace(session.workspace.find("r"), remark=f"remark {number}")
        session.workspace.put(text, label=_("Edit"))
    save(program, qtbot)
    steps = page(program, qtbot, "history", 200).steps
    assert len(steps.list.lines.items) == 200
    steps.list.scrollToBottom()
    steps.list.lines.fetchMore(steps.list.rootIndex())
    qtbot.waitUntil(lambda: len(steps.list.lines.items) == 400)
    steps.list.lines.fetchMore(steps.list.rootIndex())
    qtbot.waitUntil(lambda: len(steps.list.lines.items) > 450)


def test_what_was_deleted_comes_back_with_what_it_owned_and_is_shown(program, session, qtbot):
    workspace = session.workspace
    before = {item.id: item for item in known_of(session, session.scope).values()}
    workspace.remove([workspace.find("p")], label=_("Delete"))
    save(program, qtbot)
    assert workspace.find("s").for_ is None
    found = page(program, qtbot, "bin", 1)
    assert "He Min" in lines(found.list)[0]
    assert "with Cause × 1" in lines(found.list)[0]
    qtbot.mouseClick(found.back, Qt.MouseButton.LeftButton)
    assert {item.id: item for item in known_of(session, session.scope).values()} == before
    assert program.pages.key != "bin"
    save(program, qtbot)
    program.show_page("bin")
    qtbot.waitUntil(lambda: found.list.lines.items == [])
    workspace.undo(session.scope)
    assert workspace.find("k") is None


def test_an_empty_bin_says_so(program, session, qtbot):
    shown = program.show_page("bin")
    qtbot.waitUntil(lambda: shown.stack.currentWidget() is shown.empty)
    assert shown.empty.title.text() == "The recycle bin is empty"


@pytest.fixture
def version(program, session, qtbot):
    """The project is kept under a name, then changed."""
    feature = program.findChild(History)
    feature.keep("before the call")
    qtbot.waitUntil(lambda: program.window.banners.standing("version") is not None)
    workspace = session.workspace
    workspace.put(replace(workspace.find("r"), value=1), label=_("Edit"))
    workspace.put(Requirement(id="new", project=session.scope, code="DEMO002"), label=_("New"))
    workspace.remove([workspace.find("p")], label=_("Delete"))
    save(program, qtbot)
    shown = page(program, qtbot, "versions", 1)
    qtbot.waitUntil(lambda: shown.both is not None)
    return shown


def test_a_version_says_what_has_changed_since(version):
    assert version.pane.about.text() == "Since then: 1 added, 2 deleted, 2 changed"
    assert ("Requirement DEMO001 Export in bulk", "", "Changed") in table(version.pane)
    assert ("Problem P01 Login fails", "", "Deleted") in table(version.pane)


def test_a_whole_project_comes_back_as_one_step(version, session, qtbot):
    qtbot.mouseClick(version.all_back, Qt.MouseButton.LeftButton)
    workspace = session.workspace
    assert workspace.find("r").value == 3
    assert workspace.find("new") is None
    assert workspace.find("s").for_ == "p"
    assert version.pane.about.text() == "No difference."
    workspace.undo(session.scope)
    assert workspace.find("r").value == 1
    assert workspace.find("new") is not None


def test_a_single_record_comes_back_from_a_version(version, session, qtbot):
    pick(version.pane, "Requirement DEMO001 Export in bulk")
    qtbot.mouseClick(version.one_back, Qt.MouseButton.LeftButton)
    assert session.workspace.find("r").value == 3
    assert session.workspace.find("new") is not None


def test_two_versions_are_compared(version, program, session, qtbot):
    feature = program.findChild(History)
    feature.keep("after the call")
    qtbot.waitUntil(lambda: len(version.list.lines.items) == 2)
    version.other.setCurrentIndex(2)
    version.other.activated.emit(2)
    qtbot.waitUntil(lambda: version.both is not None and version.both.other is not None)
    version.list.go_to(0)
    qtbot.waitUntil(lambda: "In the other" in version.pane.about.text())


def test_a_name_is_asked_for_a_version(program, session, qtbot):
    program.window.actions_.run("name_version")
    [dialog] = program.window.findChildren(NameVersion)
    dialog.name.setText("  ")
    assert not dialog._keep.isEnabled()
    qtbot.waitUntil(dialog.name.hasFocus)
    dialog.name.setText(" release\n1 ")
    with qtbot.waitSignal(dialog.wanted) as heard:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert heard.args == ["release 1"]
    qtbot.waitUntil(lambda: program.window.banners.standing("version") is not None)
    dict(program.window.banners.standing("version").actions)["Show versions"]()
    assert program.pages.key == VERSIONS
    assert program.window.banners.standing("version") is None


def test_enter_presses_the_button_that_has_the_focus_and_not_the_default_one(program, session, qtbot):
    program.window.actions_.run("name_version")
    [dialog] = program.window.findChildren(NameVersion)
    cancel = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Cancel")
    cancel.setFocus()
    qtbot.waitUntil(cancel.hasFocus)
    with qtbot.assertNotEmitted(dialog.wanted), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)


def test_the_way_back_to_the_overview_leads_past_history_and_recycle_bin(program, session):
    for key in (HISTORY, BIN):
        program.show_page(key)
        assert program.pages.key == key
        program.show_place("phase3")
        program.show_place("overview")
        assert program.pages.key == "overview"


def test_changes_are_told_in_the_words_of_the_form_and_references_by_name(session):
    teller = Teller(session)
    before = session.workspace.find("s")
    told = teller.lines([Change(before, replace(before, for_=None))])
    assert told[0].title == "Plan S01 More servers"
    assert [(each.before, each.after) for each in told[1:]] == [("P01 Login fails", "")]
    assert when(None, session.translate) == "?"


def test_a_damaged_step_is_listed_but_says_that_it_cannot_be_read(program, session, qtbot):
    store = program.desk.opened.store
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE history SET changes = '[[{' WHERE reason <> ''")
    steps = page(program, qtbot, "history", 3).steps
    assert "damaged" in steps.pane.about.text()
    assert not steps.value_back.isEnabled()


def test_many_changes_of_one_step_are_told_up_to_a_point(session):
    items = [Requirement(id=f"n{number}", project=session.scope, code=str(number)) for number in range(40)]
    told = Teller(session).lines([Change(None, item) for item in items], most=20)
    assert told[-1].title == "and 30 more"
    assert told[-1].heading


def test_a_page_that_is_not_shown_reads_nothing_until_it_is(program, session, qtbot):
    steps = page(program, qtbot, "history", 3).steps
    program.show_page("requirement_priority")
    session.workspace.put(replace(session.workspace.find("r"), remark="later"), label=_("Later"))
    save(program, qtbot)
    assert len(steps.list.lines.items) == 3
    program.show_page("history")
    qtbot.waitUntil(lambda: len(steps.list.lines.items) == 4)


def test_the_library_has_its_own_history(program, session, qtbot):
    session.workspace.put(Account(id="a", name="Acme"), label=_("Add client"))
    save(program, qtbot)
    shown = page(program, qtbot, "history", 3)
    shown.where.setCurrentIndex(1)
    shown.where.activated.emit(1)
    qtbot.waitUntil(lambda: [line[:10] for line in lines(shown.steps.list)] == ["Add client"])
