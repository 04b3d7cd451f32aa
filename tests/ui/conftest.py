"""A whole window on a real workspace, started as the program starts it."""

import pytest
from PySide6.QtCore import QThreadPool

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

    def begin(path=None, language="en", folder=tmp_path / "data"):
        start = Start(application, folder, language, tools)
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
