"""Ctrl+K: records, commands and pages by what one types."""

from dataclasses import replace

import pytest

from tests.ui.palette_stand import Desk
from ui.dialogs.new_project import Wanted
from ui.palette.rows import Reach, Row
from workbench.domain import Requirement
from workbench.messages import LANGUAGES, Message, translator


@pytest.fixture
def at(program, qtbot):
    return Desk(program, qtbot)


def test_what_one_types_is_found_in_titles_and_other_texts(at):
    at.open()
    assert at.type("快速響應")[:2] == ["遇到问题时能快速响应", "希望加人"]
    first, second = (item for item in at.items[:3] if isinstance(item, Row))
    assert [first.text[low:high] for low, high in first.spans] == ["快速响应"]
    assert "DEMO006" in first.aside
    [(low, high)] = second.below_spans
    assert second.below[low:high] == "快速响应"


@pytest.mark.parametrize("typed", ["ksxy", "DEMO006", "#6", "ｄｅｍｏ００６", "快"])
def test_a_record_is_found_by_reading_code_number_and_one_character(at, typed):
    at.open()
    assert at.type(typed)[0] == "遇到问题时能快速响应"


def test_enter_opens_the_record_where_it_is_looked_at(at):
    at.open()
    at.type("二期")
    at.hands.keys("Return")
    assert not at.palette.is_open
    assert at.program.pages.kind.shows == (Requirement,)
    assert at.program.page.page.identity == "r1"
    assert at.program.page.page.focused_field() == "remark"


def test_what_changes_while_the_window_is_open_is_found(at):
    at.open()
    at.hands.keys("Escape")
    item = at.workspace.find("r1")
    at.put(
        replace(item, description="新增夜间模式"),
        Requirement(id="r9", project=at.scope, description="夜间提醒"),
    )
    at.open()
    assert set(at.type("夜间")[:2]) == {"新增夜间模式", "夜间提醒"}
    assert "新增批量导出功能" not in at.type("批量导出")
    at.hands.keys("Escape")
    at.workspace.remove([at.workspace.find("r9")], label=Message("gone"))
    at.open()
    assert "夜间提醒" not in at.type("夜间")


def test_a_record_of_another_project_opens_there(at):
    desk = at.program.desk
    desk.when_saved(lambda: desk.new_project(Wanted("NEXT", "Other", "en")))
    at.qtbot.waitUntil(lambda: desk.session.scope != at.scope and not at.workspace.unsaved)
    at.qtbot.waitUntil(lambda: len(desk.lines) == 2)
    at.open("Ctrl+Shift+H")
    at.qtbot.waitUntil(lambda: at.type("快速响应")[:1] == ["遇到问题时能快速响应"])
    assert "Login" in at.chosen.aside
    at.hands.keys("Return")
    at.qtbot.waitUntil(lambda: desk.session.scope == at.scope)
    at.qtbot.waitUntil(
        lambda: at.program.pages.kind is not None and Requirement in at.program.pages.kind.shows
    )
    assert at.program.page.view.place()["record"] == "r6"


def test_a_command_runs_as_by_its_keys(at):
    at.open()
    at.type(">narrow sidebar")
    was = at.program.window.sidebar.narrow
    assert at.chosen.keys == "Ctrl+B"
    at.hands.keys("Return")
    assert at.program.window.sidebar.narrow is not was


def test_a_command_that_cannot_be_done_says_why_and_does_nothing(at):
    at.program.close_project()
    at.qtbot.waitUntil(lambda: at.program.desk.session.scope is None)
    at.hands.keys("Ctrl+K")
    at.qtbot.waitUntil(lambda: at.palette.is_open)
    at.type(">archive project")
    assert at.chosen.why == "Open a project first"
    at.hands.keys("Return")
    assert at.palette.is_open


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_found_by_its_name(at, language):
    at.program.voice.speak(language)
    at.program.desk.session.speak(language)
    finder, actions = at.palette.finder, at.program.window.actions_
    missing = []
    for name, command in actions.commands.items():
        shown = translator(language)(command.text)
        rows = finder.groups(f">{shown}")[0].rows
        texts = [row.text for row in rows]
        if name != "palette" and actions.known[name].text().replace("&&", "&") not in texts:
            missing.append((name, shown))
    assert missing == []


def test_a_slip_in_a_command_is_forgiven(at):
    at.open()
    assert "Export…" in at.type(">exprot")


def test_nothing_found_offers_to_look_everywhere(at):
    at.open()
    assert at.type("zzzqqq") == ["Search all projects"]
    at.hands.keys("Return")
    at.ready()
    assert at.palette.is_open
    assert at.palette.finder.reach is Reach.EVERYWHERE


def test_before_typing_come_recent_places_and_usual_commands(at):
    at.program.show_page("requirement_priority")
    at.program.show_page("team")
    at.open()
    assert at.rows[0] == "Requirement priority assessment"
    assert "Export…" in at.rows


def test_the_words_follow_the_language(at):
    at.open()
    at.type("快速响应")
    at.program.voice.speak("zh_CN")
    assert at.titles[0] == "内容"
    assert at.palette.overlay.reach.text() == "本项目"


def test_what_is_called_exactly_so_comes_first_and_slips_do_not_count_then(at):
    at.open()
    rows = at.type("Clients")
    assert rows[0] == "Clients"
    assert not any("Remove client" in row for row in rows)


def test_a_command_that_is_meant_comes_before_what_was_written(at):
    at.put(Requirement(id="r7", project=at.scope, code="DEMO007", description="Back up the portal"))
    at.open()
    assert at.type("back up")[0] == "Back up now"
    assert "Back up the portal" in at.type("back up")
