"""The frame of the window: where one is, what it says, how it changes and how it ends."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.banner import Banner, Notice
from ui.theme import ElidedWords, Look, Words
from ui.window import ROOMY
from workbench.messages import _


def texts(window):
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_the_first_start_makes_a_workspace_and_shows_how_to_begin(start, tmp_path):
    assert (tmp_path / "data" / "workbench.workbench").exists()
    assert start.window.stack.currentWidget() is start.window.start
    assert "No project yet" in texts(start.window)


def test_a_new_project_opens_on_its_first_page(program):
    window = program.window
    assert window.stack.currentWidget() is program.page
    assert window.top_bar.project.text() == "Login"
    assert any(row.isChecked() for row in window.sidebar.rows.values())


def test_a_new_project_is_offered_in_the_switcher(program, qtbot):
    qtbot.waitUntil(lambda: [line.project.title for line in program.desk.lines] == ["Login"])
    menu = program.window.sidebar.switcher.menu
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "DEMO  Login"


def test_a_project_is_listed_and_opens_again(program, qtbot):
    program.close_project()
    qtbot.waitUntil(lambda: [line.project.code for line in program.desk.lines] == ["DEMO"])
    assert program.window.stack.currentWidget() is program.window.start
    program.open_project(program.desk.lines[0].project.id)
    qtbot.waitUntil(lambda: program.page is not None)
    assert program.window.top_bar.project.text() == "Login"


def test_the_next_start_opens_the_same_project(begin, program, qtbot):
    program.put_away(lambda: None)
    qtbot.waitUntil(lambda: program.desk is None and not program.writer.busy)
    again = begin()
    qtbot.waitUntil(lambda: again.program.page is not None)
    assert again.window.top_bar.project.text() == "Login"


@pytest.mark.parametrize(("width", "narrow"), [(ROOMY, False), (ROOMY - 1, True), (960, True)])
def test_the_sidebar_is_a_rail_where_there_is_little_room(start, width, narrow):
    start.window.resize(width, 700)
    assert start.window.sidebar.narrow is narrow
    assert start.window.sidebar.width() == (56 if narrow else 224)


def test_the_sidebar_stays_as_the_user_wants_it(start):
    start.window.resize(1440, 900)
    start.window.toggle_sidebar()
    start.window.resize(1400, 900)
    assert start.window.sidebar.narrow


def test_the_status_bar_names_what_undo_takes_back(program):
    bar = program.window.status_bar
    assert "New project: Login" in bar.undo.text()
    assert program.window.actions_.known["undo"].text() == "Undo: New project: Login"


def test_undoing_the_making_of_a_project_goes_back_to_the_list(program, qtbot):
    program.window.actions_.run("undo")
    qtbot.waitUntil(lambda: program.desk.session.scope is None)
    assert program.window.stack.currentWidget() is program.window.start


def test_another_language_is_spoken_at_once(program):
    said = []
    for language, word in (("en", "Export"), ("zh_CN", "Export"), ("en", "Export")):
        program.choices.speak(language)
        said.append(program.desk.session.language == language)
        assert program.window.top_bar.export.accessibleName() or word
    assert all(said)
    assert program.window.status_bar.language.accessibleName() == "English"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (960, 600)])
def test_no_text_is_cut(program, qtbot, language, size):
    window = program.window
    program.choices.speak(language)
    window.resize(*size)
    for page in (program.page, window.start):
        window.show_page(page)
        qtbot.waitUntil(lambda: cut(window) == [], timeout=1000)


def cut(window):
    own = [window.sidebar, window.top_bar, window.status_bar, window.banners, window.start]
    widgets = [child for part in own for child in part.findChildren(QWidget) if child.isVisible()]
    found = []
    for widget in widgets:
        if isinstance(widget, ElidedWords) or not isinstance(widget, Words | QAbstractButton):
            continue
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        wraps = isinstance(widget, Words) and widget.wordWrap()
        if needed > widget.height() or (not wraps and widget.sizeHint().width() > widget.width() + 1):
            found.append((type(widget).__name__, widget.text(), widget.sizeHint().width(), widget.width()))
    return found


def test_everything_that_takes_the_focus_has_a_name(program):
    window = program.window
    own = [window.sidebar, window.top_bar, window.status_bar, window.start, window.calm]
    widgets = [child for part in own for child in part.findChildren(QWidget)]
    unnamed = [
        widget
        for widget in widgets
        if widget.focusPolicy().value
        and not (widget.accessibleName() or isinstance(widget, QLabel))
        and not widget.objectName().startswith("qt_")
    ]
    assert unnamed == []


def test_a_clients_words_are_only_words(program):
    words = Words(program.theme)
    words.setText("<img src=x>")
    assert words.textFormat().name == "PlainText"
    program.window.top_bar.show_place("<b>R&D</b>", _("Page"))
    assert program.window.top_bar.project.text() == "<b>R&D</b>"


def test_the_window_wears_another_theme_at_once(program, qtbot):
    program.choices.wear(Look.DARK)
    picture = program.window.grab().toImage()
    ground = program.theme.colour("sidebar")
    assert picture.pixelColor(QPoint(4, 300)).name() == ground.name()


def test_choices_last(begin, program, qtbot):
    program.choices.wear(Look.DARK)
    program.choices.show_scale(125)
    program.choices.speak("zh_TW")
    kept = program.folder.read()
    assert (kept.look, kept.text_scale, kept.language) == ("dark", 125, "zh_TW")


def test_a_window_comes_back_when_its_screen_is_gone(begin, start, qtbot):
    start.window.setGeometry(QRect(90_000, 90_000, 1000, 700))
    start.folder.keep_geometry(start.window.saveGeometry())
    start.window.theme.show_scale(100)
    again = type(start.window)(start.folder, start.theme, start.voice, start.window._keyboard)
    qtbot.addWidget(again, before_close_func=lambda window: window.let_close())
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(screen.intersects(again.geometry()) for screen in screens)


def test_f6_goes_round_the_panes(program, qtbot):
    window = program.window
    window.activateWindow()
    seen = []
    for _number in range(8):
        window.actions_.run("next_pane")
        seen.append(window.focusWidget())
    assert len({id(widget) for widget in seen}) >= 3
    assert window.sidebar.isAncestorOf(seen[0]) or any(window.sidebar.isAncestorOf(widget) for widget in seen)


def test_without_a_project_the_phases_say_that_one_is_to_be_opened(start, program, qtbot):
    rows = start.window.sidebar.rows
    assert all(row.isEnabled() for row in rows.values())
    program.close_project()
    qtbot.waitUntil(lambda: program.desk.session.scope is None)
    phases = [row for row in rows.values() if row.place.phase]
    assert phases
    assert not any(row.isEnabled() for row in phases)
    assert all("Open a project first" in row.toolTip() for row in phases)
    start.window.actions_.known["go_phase3"].trigger()
    assert start.window.status_bar.selection.text() == "Open a project first"


def test_the_menus_at_the_foot_choose_language_theme_and_size(start):
    bar, window = start.window.status_bar, start.window
    for button, key in ((bar.language, "zh_TW"), (bar.look, "dark"), (bar.scale, "125")):
        next(each for each in button.menu().actions() if each.data() == key).trigger()
    assert (window.voice.language, window.theme.look, window.theme.scale) == ("zh_TW", Look.DARK, 125)
    assert window.status_bar.language.text().strip() == "繁體中文"


def test_the_line_at_the_foot_is_drawn_only_between_what_is_selected_and_the_language(program):
    bar = program.window.status_bar
    rule = bar.rules[1]
    program.show_page("requirement_priority")
    program.page.status.emit("2 selected")
    assert rule.isVisible()
    program.page.status.emit("")
    assert not rule.isVisible()


def test_what_a_page_says_is_not_said_beside_another_page(program):
    said = program.window.status_bar.selection
    program.show_page("requirement_priority")
    program.page.status.emit("2 selected")
    assert said.text() == "2 selected"
    program.show_place("overview")
    assert said.text() == ""
    program.show_page("requirement_priority")
    assert "selected" in said.text()


def test_good_news_leave_by_themselves_and_troubles_stay(program, qtbot):
    banners = program.window.banners
    for tone in ("green", "amber"):
        banners.show_notice(tone, Notice(tone, _("Saved")))
    green, amber = (
        next(each for each in program.window.findChildren(Banner) if each.notice.tone == tone)
        for tone in ("green", "amber")
    )
    assert not amber.findChildren(QTimer)
    [timer] = green.findChildren(QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert banners.standing("green") is None
    assert banners.standing("amber") is not None


def test_good_news_move_nothing_and_leave_the_line_that_is_typed_in_free(program):
    window, banners = program.window, program.window.banners
    page = program.show_page("interview")
    page.new_item()
    before, line = window.stack.geometry(), page.entrance()
    banners.show_notice("export", Notice("green", _("Saved"), actions=((_("Open"), print),)))
    assert window.stack.geometry() == before
    news = QRect(banners.floating.mapTo(window, QPoint()), banners.floating.size())
    assert banners.floating.isVisible()
    assert window.stack.geometry().translated(window.stack.parentWidget().pos()).contains(news)
    assert not news.intersects(QRect(line.mapTo(window, QPoint()), line.size()))
    banners.show_notice("unsaved", Notice("red", _("Not saved")))
    assert window.stack.y() > before.y()


def test_f6_comes_to_a_message_and_escape_leads_back_to_the_page(program, qtbot):
    window, banners = program.window, program.window.banners
    with qtbot.waitActive(window):
        window.activateWindow()
    banners.show_notice("export", Notice("green", _("Saved"), actions=((_("Open"), print),)))
    window.top_bar.search.setFocus()
    window.step_pane([program.page], 1)
    assert banners.floating.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert banners.standing("export") is None
    assert window.stack.isAncestorOf(window.focusWidget())
