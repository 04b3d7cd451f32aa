"""A whole window in a process of its own, in which a room scores until it is killed."""

from tests.faults.typing import KilledWindow

WINDOW = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from main import tools
from ui.app import Start, application_of
from workbench.domain import Member, Requirement
from workbench.messages import Message

folder, scores = sys.argv[1], sys.argv[2] == "1"
start = Start(application_of([]), Path(folder), "en", tools)

def prepare(program):
    from ui.workshop.meeting import Part
    put, scope = program.desk.session.workspace.put, program.scope
    people = [Member(project=scope, position=float(n), name=f"Person {n}") for n in range(3)]
    needs = [
        Requirement(project=scope, position=float(n), code=f"N{n:03}", description=f"Need {n}")
        for n in range(300)
    ]
    put(*people, *needs, label=Message("room"))
    program.show_page("workshop")
    program.page.begin_workshop()
    program.page.turn_to(Part.SCORE)

def vote():
    page = start.program.page
    here = page.view.talked_about()
    QTest.keyClick(page.view.stage, "4")
    said = [time.monotonic(), here.code]
    if not page.view.turn:
        QTest.keyClick(page.view.stage, "\\r")
    print(json.dumps(said), flush=True)

def look():
    program = start.program
    if program is None or program.page is None:
        return
    looking.stop()
    said = {"page": program.pages.key}
    if scores and program.pages.key != "workshop":
        prepare(program)
    page = program.page
    if program.pages.key == "workshop":
        here = page.view.talked_about()
        said |= {"part": str(page.part), "item": here.code if here else ""}
        said["shown"] = page.view.is_shown if hasattr(page.view, "is_shown") else None
    print(json.dumps(said), flush=True)
    if scores:
        voting.start()

sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
looking, voting = QTimer(interval=5), QTimer(interval=30)
looking.timeout.connect(look)
voting.timeout.connect(vote)
start.open(None)
looking.start()
sys.exit(application_of([]).exec())
"""


class ScoringWindow(KilledWindow):
    """A window on a data folder that shows the workshop; with ``scores`` a room scores there."""

    def __init__(self, folder, *, scores=False):
        super().__init__(WINDOW, folder, int(scores))
