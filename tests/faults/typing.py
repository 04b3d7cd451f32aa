"""A whole window in a process of its own, into which somebody types until it is killed."""

import json
import os
import subprocess
import sys
import time

from tests.program import MAIN

WINDOW = """
import json, os, sys, time
from itertools import cycle
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from main import tools
from ui.app import Start, application_of

folder, page, name = sys.argv[1:]
start = Start(application_of([]), Path(folder), "en", tools)
letters = cycle("one two three four five six seven ")

def field():
    named = [each for each in start.window.findChildren(QWidget) if each.accessibleName().startswith(name)]
    return next(each for each in named if each.isVisible() and isinstance(each, QLineEdit | QPlainTextEdit))

def type_one():
    letter = next(letters)
    QTest.keyClick(start.window.focusWidget(), letter)
    print(json.dumps([time.monotonic(), letter]), flush=True)

def look():
    program = start.program
    if program is None or program.page is None:
        return
    looking.stop()
    said = {"project": program.desk.session.project.title, "page": program.pages.key}
    if page and page != program.pages.key:
        program.show_page(page)
    if name:
        start.window.activateWindow()
        field().setFocus()
        typing.start()
    said["typed"] = program.page.quick.box.text() if hasattr(program.page, "quick") else ""
    print(json.dumps(said), flush=True)

sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
looking, typing = QTimer(interval=5), QTimer(interval=10)
looking.timeout.connect(look)
typing.timeout.connect(type_one)
start.open(None)
looking.start()
sys.exit(application_of([]).exec())
"""


class KilledWindow:
    """A window in a process of its own, killed at the end of the block; ``opened`` is what it shows first."""

    def __init__(self, code, *arguments):
        self.child = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=MAIN.parent,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(MAIN.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self):
        first = self.child.stdout.readline()
        assert first, self.child.stderr.read()
        self.opened = json.loads(first)
        return self

    def kill_after(self, keys):
        """Kill it after so many of its lines; all that it said, and when it was killed."""
        lines = [self.child.stdout.readline() for _time in range(keys)]
        self.child.kill()
        killed = time.monotonic()
        lines += [line for line in self.child.stdout.readlines() if line.endswith("\n")]
        stamps = [json.loads(line) for line in lines]
        return stamps, killed

    def __exit__(self, *_error):
        self.child.kill()
        self.child.communicate()


class TypedWindow(KilledWindow):
    """A window on a data folder; somebody types into the named field of a page, if one is named."""

    def __init__(self, folder, page="", name=""):
        super().__init__(WINDOW, folder, page, name)
