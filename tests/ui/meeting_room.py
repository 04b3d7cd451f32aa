"""A room of six with a person at the keys, for the tests of the workshop."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.workshop.feature import KEY
from workbench.domain import Member, Requirement
from workbench.messages import Message

ROOM = ("王静", "Bo", "Cy", "Di", "Ed", "Flo")
COUNT = 20


def seat(program):
    """A team of six, the third of whom leads."""
    session = program.desk.session
    team = [
        Member(project=session.scope, position=float(n), name=name, leads=name == "Cy")
        for n, name in enumerate(ROOM)
    ]
    session.workspace.put(*team, label=Message("team"))


def kinds(program, kind):
    session = program.desk.session
    return session.workspace.all(kind, session.scope)


def requirements(program, count=COUNT):
    session = program.desk.session
    items = [
        Requirement(project=session.scope, position=float(n), code=f"DEMO{n:03d}", description=f"Need {n}")
        for n in range(1, count + 1)
    ]
    session.workspace.put(*items, label=Message("needs"))
    return items


def begin(hands, program):
    hands.keys("F5")
    assert program.pages.key == KEY
    hands.keys("Return")
    return program.page


def go_to(hands, page, part):
    while page.part is not part:
        hands.keys("Ctrl+PgDown")


def type_keys(text):
    QTest.keyClicks(QApplication.focusWidget(), text)
