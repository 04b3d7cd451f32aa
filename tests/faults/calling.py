"""A whole window in a process of its own, in which a call is taken down until it is killed."""

from tests.faults.typing import KilledWindow

CALL = """
import json, os, sys, time
from itertools import cycle
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from main import tools
from ui.app import Start, application_of
from workbench.domain import Interview

folder, typing_wanted = sys.argv[1:]
start = Start(application_of([]), Path(folder), "en", tools)
letters = cycle("one two three four five\\rsix seven eight nine\\r")

def type_one():
    letter = next(letters)
    QTest.keyClick(start.program.page.entry.typing, letter)
    print(json.dumps([time.monotonic(), letter]), flush=True)

def look():
    program = start.program
    if program is None or program.page is None:
        return
    looking.stop()
    said = {"page": program.pages.key}
    start.window.activateWindow()
    page = program.show_page("interview")
    if not page.call.interviews:
        page.new_item()
        page.back_to_input()
    box = page.entry.typing
    said |= {
        "typed": box.toPlainText(),
        "caret": box.textCursor().position(),
        "ready": start.window.focusWidget() is box,
        "running": page.call.running,
    }
    if typing_wanted:
        typing.start()
    print(json.dumps(said), flush=True)

sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
looking, typing = QTimer(interval=5), QTimer(interval=10)
looking.timeout.connect(look)
typing.timeout.connect(type_one)
start.open(None)
looking.start()
sys.exit(application_of([]).exec())
"""


class CalledWindow(KilledWindow):
    """A window on a data folder that shows the interview; with ``typing`` somebody types there."""

    def __init__(self, folder, *, typing):
        super().__init__(CALL, folder, "yes" if typing else "")
