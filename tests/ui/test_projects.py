"""Projects of a file: pinned, deleted and brought back, begun with a template, taken in as packages."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton as QWidgetButton
from PySide6.QtWidgets import QApplication, QMenu

from tests.program import MAIN
from ui.dialogs.new_project import Wanted
from ui.handover import Handover
from ui.start.moments import when
from ui.start.row import ProjectRow
from ui.start.today import CallRow
from workbench.domain import Account, Interview, Project, Requirement
from workbench.messages import _, translator
from workbench.storage.packages import write_package


def rows(program):
    found = [row for row in program.window.start.findChildren(ProjectRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.mapTo(program.window, QPoint()).y())


def codes(program):
    return [row.line.project.code for row in rows(program)]


@pytest.fixture
def two(program, qtbot):
    """A window that lists the projects DEMO and CRM."""
    program.desk.new_project(Wanted("CRM", "Clients", "en", "new_market", "Acme"))
    qtbot.waitUntil(lambda: len(program.desk.lines) == 2)
    program.close_project()
    qtbot.waitUntil(lambda: set(codes(program)) == {"DEMO", "CRM"})
    return program


def identity(program, code):
    return next(line.project.id for line in program.desk.lines if line.project.code == code)


def test_a_new_project_has_its_scenario_and_its_client(two):
    line = next(line for line in two.desk.lines if line.project.code == "CRM")
    assert (line.project.scenario, line.client) == ("new_market", "Acme")


def test_a_known_client_is_not_made_twice(two, qtbot):
    two.desk.new_project(Wanted("B", "Again", "en", "", "acme"))
    qtbot.waitUntil(lambda: len(two.desk.lines) == 3)
    assert [each.name for each in two.desk.session.workspace.all(Account, None)] == ["Acme"]


def test_a_pinned_project_stands_first_and_stays_there(two, begin, qtbot):
    for code in ("DEMO", "CRM", "DEMO"):
        pinned = two.choices.settings.pinned
        two.window.start.menu_wanted.emit(identity(two, code), QPoint())
        menu = next(each for each in two.window.findChildren(QMenu) if "Open" in texts(each))
        next(each for each in menu.actions() if "Pin" in each.text() or "Unpin" in each.text()).trigger()
        menu.close()
        assert two.choices.settings.pinned != pinned
    qtbot.waitUntil(lambda: codes(two) == ["CRM", "DEMO"])
    assert two.folder.read().pinned == (identity(two, "CRM"),)


def texts(menu):
    return [action.text() for action in menu.actions()]


def test_a_deleted_project_goes_and_can_be_brought_back(two, qtbot):
    start = two.window.start
    start.menu_wanted.emit(identity(two, "CRM"), QPoint())
    menu = next(each for each in two.window.findChildren(QMenu) if "Delete project" in texts(each))
    gone = identity(two, "CRM")
    next(each for each in menu.actions() if each.text() == "Delete project").trigger()
    menu.close()
    qtbot.waitUntil(lambda: codes(two) == ["DEMO"])
    two.window.banners.standing("deleted").actions[0][1]()
    qtbot.waitUntil(lambda: set(codes(two)) == {"DEMO", "CRM"})
    two.open_project(gone)
    qtbot.waitUntil(lambda: two.page is not None)
    assert two.desk.session.project.title == "Clients"


def test_an_archived_project_of_the_list_is_told_and_taken_back(two, qtbot):
    two.window.start.menu_wanted.emit(identity(two, "CRM"), QPoint())
    menu = next(each for each in two.window.findChildren(QMenu) if "Archive project" in texts(each))
    next(each for each in menu.actions() if each.text() == "Archive project").trigger()
    menu.close()
    archived = lambda: [line.project.code for line in two.desk.lines if line.project.status == "archived"]  # noqa: E731
    qtbot.waitUntil(lambda: archived() == ["CRM"])
    notice = two.window.banners.standing("archived_project")
    assert two.voice.translate(notice.title) == "The project Clients is archived"
    notice.actions[0][1]()
    qtbot.waitUntil(lambda: archived() == [])
    assert two.window.banners.standing("archived_project") is None


def test_a_deleted_project_can_be_brought_back_after_a_restart(two, begin, qtbot):
    gone = identity(two, "CRM")
    line = next(line for line in two.desk.lines if line.project.id == gone)
    next(each for each in two.children() if type(each).__name__ == "Starting").delete(line.project)
    qtbot.waitUntil(lambda: codes(two) == ["DEMO"])
    two.put_away(lambda: None)
    qtbot.waitUntil(lambda: two.desk is None and not two.writer.busy)
    again = begin().program
    page = again.window.start
    qtbot.waitUntil(page.gone_fold.isVisible)
    page.gone_fold.click()
    qtbot.waitUntil(lambda: codes(again) == ["DEMO", "CRM"])
    rows(again)[-1].click()
    qtbot.waitUntil(lambda: len(again.desk.lines) == 2 and again.desk.gone == [])


def test_the_open_project_can_be_deleted_and_undone(program, qtbot):
    kept = program.desk.session.scope
    program.window.actions_.run("delete_project")
    qtbot.waitUntil(lambda: program.desk.session.scope is None and codes(program) == [])
    program.window.banners.standing("deleted").actions[0][1]()
    qtbot.waitUntil(lambda: codes(program) == ["DEMO"])
    assert program.desk.lines[0].project.id == kept


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_template_begins_a_project_of_its_own(start, qtbot, number):
    program = start.program
    form = next(form for form in program.desk.session.forms if form.number == number)
    program.window.start.template_chosen.emit(form.key)
    qtbot.waitUntil(lambda: program.pages.key == form.key)
    assert program.desk.session.project.title == "Untitled project"


def test_the_search_box_leaves_the_projects_that_fit(two, qtbot):
    search = two.window.start.search
    search.setFocus()
    QTest.keyClicks(search, "acme")
    qtbot.waitUntil(lambda: codes(two) == ["CRM"])
    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: set(codes(two)) == {"DEMO", "CRM"})


def test_a_row_says_how_far_the_project_is_and_what_comes_next(two, qtbot):
    project = identity(two, "DEMO")
    made = Requirement(project=project, code="DEMO001", description="Export")
    detail = lambda: next(line.detail for line in two.desk.lines if line.project.id == project)  # noqa: E731
    qtbot.waitUntil(lambda: bool(detail()) and detail().step == "Write down goal, client and team")
    two.desk.with_project(project, lambda: two.desk.session.workspace.put(made, label=_("New")))
    qtbot.waitUntil(lambda: "DEMO001" in two.voice.translate(detail().step))
    assert len(detail().phases) == 6


def test_a_call_that_is_planned_for_today_is_one_press_away(two, qtbot):
    project = identity(two, "DEMO")
    planned = datetime.now(UTC) + timedelta(seconds=1)
    call = Interview(project=project, code="V01", title="Ms Li", planned_at=planned)
    two.desk.with_project(project, lambda: two.desk.session.workspace.put(call, label=_("New")))
    column = two.window.start.column
    buttons = lambda: [each for each in column.findChildren(CallRow) if "Ms Li" in each.accessibleName()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(buttons()))
    buttons()[-1].click()
    qtbot.waitUntil(lambda: two.page is not None)
    assert two.desk.session.scope == project


def package(program, path):
    scope = program.desk.lines[0].project.id
    write_package(program.desk.opened.store, scope, path)
    return path


def test_a_dropped_package_of_a_known_project_is_reviewed(two, qtbot, tmp_path):
    path = package(two, tmp_path / "p.wbproj")
    before = two.desk.lines[0].project
    changed = Project(**{**as_fields(before), "title": "Renamed meanwhile"})
    two.desk.with_project(before.id, lambda: two.desk.session.workspace.put(changed, label=_("Edit")))
    qtbot.waitUntil(lambda: two.desk.lines[0].project.title == "Renamed meanwhile")
    drop(two.window, path)
    feature = next(each for each in two.children() if type(each).__name__ == "Packages")
    qtbot.waitUntil(lambda: feature.sheet is not None)
    apply = next(each for each in feature.sheet.findChildren(QWidgetButton) if each.text() == "Apply")
    apply.click()
    qtbot.waitUntil(lambda: two.desk.lines[0].project.title == before.title)


def test_a_package_can_come_as_a_copy(two, qtbot, tmp_path):
    drop(two.window, package(two, tmp_path / "p.wbproj"))
    feature = next(each for each in two.children() if type(each).__name__ == "Packages")
    qtbot.waitUntil(lambda: feature.sheet is not None)
    copy = next(
        each for each in feature.sheet.findChildren(QWidgetButton) if each.text() == "Import as a copy"
    )
    copy.click()
    qtbot.waitUntil(lambda: len(two.desk.lines) == 3)


def test_a_broken_package_is_refused_in_a_sentence(two, qtbot, tmp_path):
    path = tmp_path / "broken.wbproj"
    path.write_bytes(b"no zip")
    drop(two.window, path)
    qtbot.waitUntil(lambda: two.window.banners.standing("package") is not None)
    said = two.voice.translate(two.window.banners.standing("package").title)
    assert "broken.wbproj was not imported" in said


def test_a_table_that_is_dropped_without_a_project_waits_for_one(two, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,b\n", encoding="utf-8")
    drop(two.window, path)
    assert "Open the project" in two.voice.translate(two.window.banners.standing("package").title)


def as_fields(item):
    return {name: getattr(item, name) for name in item.__dataclass_fields__}


def drop(window, path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *rest)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(5, 5).toPointF(), *rest))


def test_a_second_start_hands_its_file_to_the_window_that_is_open(tmp_path, qtbot):
    first = Handover(tmp_path)
    second = Handover(tmp_path)
    assert (first.first, second.first) == (True, False)
    first.listen()
    got = []
    first.received.connect(got.append)
    assert second.give(tmp_path / "客户 one.workbench")
    assert second.give(None)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == [tmp_path / "客户 one.workbench", None]
    first.close()
    assert Handover(tmp_path).first


def test_a_window_that_did_not_close_is_noticed_by_the_next(tmp_path):
    code = "import os, sys; from pathlib import Path; from ui.handover import Handover;"
    left = f"{code} kept = Handover(Path(sys.argv[1])); os._exit(9)"
    assert (
        subprocess.run([sys.executable, "-c", left, tmp_path], cwd=MAIN.parent, check=False).returncode == 9
    )
    after = Handover(tmp_path)
    assert (after.first, after.unclean) == (True, True)
    after.close()
    assert not Handover(tmp_path).unclean


def test_after_an_unclean_end_the_project_says_until_when_it_is_whole(begin, program, qtbot):
    program.put_away(lambda: None)
    qtbot.waitUntil(lambda: program.desk is None and not program.writer.busy)
    again = begin(unclean=True)
    qtbot.waitUntil(lambda: again.window.banners.standing("recovered") is not None)
    assert "is restored" in again.voice.translate(again.window.banners.standing("recovered").title)


def test_nobody_answers_a_second_start_when_the_first_has_gone(tmp_path):
    alone = Handover(tmp_path)
    assert not alone.give(None)
    alone.close()


NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=18), "18 min ago"),
        (timedelta(hours=3), "today 09:00"),
        (timedelta(hours=20), "yesterday"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=30), "8 February"),
        (timedelta(days=300), "14 May 2025"),
    ],
)
def test_a_moment_is_named_as_people_do(before, said):
    assert when(NOW - before, NOW, translator("en")) == said
