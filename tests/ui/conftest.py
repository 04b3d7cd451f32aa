"""A whole window on a real workspace, started as the program starts it."""

import pytest
from PySide6.QtCore import QThreadPool

from tests.ui.call_time import Time, begun
from tests.ui.hands import Hands
from ui.app import Start, application_of
from ui.dialogs.new_project import Wanted


@pytest.fixture
def tools():
    from main import tools

    return tools


@pytest.fixture
def begin(qapp, qtbot, tmp_path, tools):
    """Start windows; each is closed at the end, whatever it has not saved."""
    started = []
    application = application_of([])

    def begin(path=None, language="en", folder=tmp_path / "data", *, unclean=False):
        start = Start(application, folder, language, tools)
        start.unclean = unclean
        qtbot.addWidget(start.window, before_close_func=lambda window: window.let_close())
        started.append(start)
        start.open(path)
        qtbot.waitUntil(lambda: start.program is not None)
        return start

    yield begin
    for start in started:
        desk = start.program.desk
        if desk is not None:
            desk.close()
        qtbot.waitUntil(lambda start=start: not start.program.writer.busy)
        start.program.writer.close()
        start.crashes.close()
        start.deleteLater()  # with its keyboard, which would watch the focus of every later window
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def start(begin, qtbot):
    """A window with an empty workspace."""
    start = begin()
    qtbot.waitUntil(lambda: start.program.desk is not None)
    return start


@pytest.fixture
def program(start, qtbot):
    """A window with a new project called Login, code DEMO."""
    desk = start.program.desk
    desk.new_project(Wanted("DEMO", "Login", "en"))
    qtbot.waitUntil(lambda: start.program.page is not None and not desk.session.workspace.unsaved)
    return start.program


@pytest.fixture
def time():
    """The clocks of a call, moved by the test."""
    return Time()


@pytest.fixture
def page(program, time, qtbot):
    """The page of a new interview, with the caret in the input line."""
    return begun(program, time, qtbot)


@pytest.fixture
def hands(program, qtbot, page):
    """Somebody who takes down a call."""
    return Hands(program.window, qtbot)


@pytest.fixture
def example(start, qtbot):
    """The worked example in English, open on its overview."""
    start.program.desk.open_sample()
    qtbot.waitUntil(lambda: start.program.page is not None)
    start.window.resize(1440, 900)
    return start.program


@pytest.fixture
def settings(program, qtbot):
    """The open dialog of the settings."""
    dialog = program.window.actions_._calls["settings"]()
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    dialog.reject()
