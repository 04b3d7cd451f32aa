"""Errors of ours are shown once and survived, however many come, even while they are shown."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from ui.banner import BannerArea
from ui.dialogs.sheet import Sheet
from ui.dialogs.trouble import KEY, MOST, Trouble


@pytest.fixture
def trouble(start):
    return start.window.findChild(Trouble)


@pytest.fixture
def hooked(start, monkeypatch):
    """Exceptions of slots go where they go in the program, not to the test."""
    monkeypatch.setattr(sys, "excepthook", start.crashes.hear)


def crash():
    error = ValueError("a client's words")
    sys.excepthook(ValueError, error, None)


def test_errors_while_the_dialog_stands_only_count(start, trouble, hooked, qtbot):
    crash()
    qtbot.waitUntil(lambda: trouble.sheet is not None)
    for _time in range(5):
        QTimer.singleShot(0, crash)
    qtbot.waitUntil(lambda: trouble.count == 6)
    assert len([each for each in start.window.findChildren(Sheet) if each.isVisible()]) == 1
    assert "6 times" in trouble._count_words.text()
    assert "start: 6." in str(start.voice.translate(start.window.banners.standing(KEY).text))


def test_later_errors_are_said_in_the_bar_and_do_not_stop_the_work(start, trouble, hooked, qtbot):
    crash()
    qtbot.waitUntil(lambda: trouble.sheet is not None)
    trouble.sheet.accept()
    crash()
    qtbot.waitUntil(lambda: trouble.count == 2)
    assert trouble.sheet is None
    notice = start.window.banners.standing(KEY)
    [(text, call)] = notice.actions
    assert text == "Details"
    call()
    assert trouble.sheet.isVisible()


def test_an_error_while_showing_an_error_ends_there(start, trouble, hooked, qtbot, monkeypatch):
    def fail(_area, _key, _notice):
        QTimer.singleShot(0, crash)
        raise RuntimeError

    monkeypatch.setattr(BannerArea, "show_notice", fail)
    with pytest.raises(RuntimeError):
        trouble.show_error("first")
    qtbot.waitUntil(lambda: trouble.count == 2)
    assert trouble.sheet is None


def test_a_broken_loop_is_counted_only_so_far(trouble):
    for _time in range(MOST + 50):
        trouble.show_error("ValueError")
    assert f"{MOST} times" in trouble._count_words.text()
    buttons = {each.text().strip() for each in trouble.sheet.findChildren(QPushButton)}
    assert buttons == {"Copy details", "Go on"}
