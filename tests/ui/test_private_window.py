"""The private window: for oneself, honest about who can see it, and never in the way."""

import ctypes

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from tests.ui.hands import Hands
from tests.ui.held_call import find, hold
from ui.aftercall.calls import Calls
from ui.aftercall.capture import EXCLUDE, exclude
from ui.aftercall.feature import AfterCall
from ui.aftercall.private_window import PrivateWindow


class User32:
    """A Windows that does, or does not, as it is asked."""

    def __init__(self, keeps=EXCLUDE):
        self.keeps, self.asked = keeps, []

    def SetWindowDisplayAffinity(self, handle, affinity):  # noqa: N802 - the system's name
        self.asked.append((handle.value, affinity.value))
        return 1

    def GetWindowDisplayAffinity(self, _handle, found):  # noqa: N802 - the system's name
        ctypes.cast(found, ctypes.POINTER(ctypes.c_uint32))[0] = self.keeps
        return 1


@pytest.fixture
def hands(program, qtbot):
    hold(program)
    return Hands(program.window, qtbot)


@pytest.fixture
def private(program, hands):
    hands.keys("Ctrl+Shift+R")
    return program.findChild(AfterCall).private


def test_windows_is_asked_and_believed_only_if_it_says_so():
    obeying, older = User32(), User32(keeps=1)
    assert exclude(77, "win32", obeying)
    assert obeying.asked == [(77, 0x11)]
    assert not exclude(77, "win32", older)
    assert not exclude(77, "win32", object())
    assert not exclude(77, "linux", obeying)
    assert not exclude(77, "darwin", obeying)


def test_it_is_not_there_until_it_is_asked_for(program, hands):
    assert program.findChild(AfterCall).private is None


def test_it_comes_without_taking_the_focus_and_goes_by_the_same_keys(program, hands, private):
    assert private.isVisible()
    hands.wait(lambda: QGuiApplication.focusWindow() == program.window.windowHandle())
    assert private.isVisible()
    hands.keys("Ctrl+Shift+R")
    assert not private.isVisible()


def test_it_says_that_others_may_see_it(private):
    assert private.stage_check.text().startswith("On this system it cannot be hidden from screen sharing")


def test_it_says_that_others_cannot_see_it(program, hands):
    window = PrivateWindow(program.findChild(Calls), lambda _handle: True)
    window.come()
    assert window.stage_check.text().startswith("Not visible when you share the screen: this window")
    window.come_back()
    assert window.isVisible()


def test_remarks_are_kept_with_the_interview_and_undone_as_one_step(program, private):
    private.remarks.insertPlainText("They have no budget")
    private.remarks.left.emit()
    assert find(program, "call").private_remarks == "They have no budget"
    program.window.actions_.run("undo")
    assert find(program, "call").private_remarks == ""
    assert private.remarks.toPlainText() == ""


def test_it_shows_what_is_not_asked_and_not_confirmed(private):
    assert private.cues.text().count("○") == 3
    assert private.unconfirmed.text() == "2 sentences to read back"


def test_when_its_screen_goes_it_hides_and_stands_on_another(private):
    private.move(QPoint(90_000, 90_000))
    private.come_back()
    assert not private.isVisible()
    assert QGuiApplication.primaryScreen().availableGeometry().contains(private.geometry().center())


def test_another_file_gets_a_window_of_its_own(program, private, qtbot):
    done, gone = [], []
    private.destroyed.connect(lambda: gone.append(True))
    program.put_away(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done and gone))
    assert program.findChild(AfterCall).private is None
