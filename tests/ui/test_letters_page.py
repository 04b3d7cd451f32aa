"""Letters: written by the program, changed by people, searched before they leave."""

from dataclasses import replace

import docx
import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.hands import Hands
from tests.ui.held_call import find, hold
from workbench.commands.exporting import Order, composed
from workbench.domain import Account
from workbench.messages import Message


@pytest.fixture
def hands(program, qtbot):
    hold(program, private_remarks="They have no budget left")
    hands = Hands(program.window, qtbot)
    hands.keys("Ctrl+Shift+D")
    hands.wait(lambda: program.pages.key == "letters" and program.page.text.hasFocus())
    return hands


def text(program):
    return program.page.text.toPlainText()


def clipboard():
    return QGuiApplication.clipboard().text()


def test_the_letter_is_there_at_once_and_gives_nothing_away(program, hands):
    assert "400 orders a day (confirmed)" in text(program)
    assert "Logins fail every morning" in text(program)
    assert "Nobody reads the approvals" not in text(program)
    assert "no budget" not in text(program)


def test_it_is_copied_as_plain_text(program, hands):
    hands.click("Copy as plain text")
    assert clipboard() == text(program)


def test_a_change_is_remembered_and_can_be_put_aside(program, hands):
    hands.keys("Ctrl+Home")
    hands.type("Dear Ms Chen ")
    hands.keys("Ctrl+R", "Ctrl+Shift+D")
    assert text(program).startswith("Dear Ms Chen Confirmation")
    hands.click("Write it anew")
    assert text(program).startswith("Confirmation of our conversation")
    hands.click("Back to my text")
    assert text(program).startswith("Dear Ms Chen Confirmation")


def test_a_change_of_the_records_reaches_an_untouched_letter(program, hands):
    note = replace(find(program, "n7"), text="Proposal by Friday")
    program.desk.session.workspace.put(note, label=Message("x"))
    assert "Proposal by Friday" in text(program)


def test_an_internal_word_stops_it_and_is_shown(program, hands):
    QGuiApplication.clipboard().setText("before")
    hands.keys("Ctrl+End")
    hands.type("They have  no budget left.")
    hands.click("Copy as plain text")
    assert clipboard() == "before"
    assert program.page.problem.isVisible()
    assert "They have no budget left" in program.page.problem.text()
    assert "private remarks" in program.page.problem.text()


def test_an_internal_word_stops_the_document_too(program, hands):
    hands.keys("Ctrl+End")
    hands.type("Nobody reads the approvals")
    hands.click("Save as Word…")
    assert program.page.saving.dialog is None
    assert program.page.problem.isVisible()


def test_the_minutes_hold_everything_and_may_be_copied(program, hands):
    program.window.actions_.run("minutes")
    assert "They have no budget left" in text(program)
    assert "Nobody reads the approvals" in text(program)
    hands.click("Copy as plain text")
    assert "They have no budget left" in clipboard()


def test_the_document_says_what_the_preview_says(program, hands, tmp_path, qtbot):
    hands.keys("Ctrl+End")
    hands.type("See you on Monday.")
    hands.click("Save as Word…")
    page, path = program.page, tmp_path / "letter.docx"
    page.saving.dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: page.saving.job is None and path.exists(), timeout=20_000)
    page.saving.dialog.close()
    paragraphs = docx.Document(str(path)).paragraphs
    items = {each.text for each in paragraphs if each.style.name == "List Bullet"}
    assert "400 orders a day (confirmed)" in items
    written = "\n".join(each.text for each in paragraphs)
    for words in ("See you on Monday.", "400 orders a day (confirmed)", "Please confirm"):
        assert words in written
    assert "no budget" not in written
    assert program.window.banners.standing("letter").tone == "green"


def test_the_client_is_greeted_by_name(program, hands):
    session = program.desk.session
    session.workspace.put(Account(id="acme", name="Acme Ltd", remark="pays late"), label=Message("x"))
    session.workspace.put(replace(find(program, "call"), account="acme"), label=Message("x"))
    assert "Dear colleagues at Acme Ltd," in text(program)
    hands.keys("Ctrl+End")
    hands.type("pays late")
    hands.click("Copy as plain text")
    assert "a remark about the client" in program.page.problem.text()


def test_no_report_of_the_project_shows_private_remarks(program, hands):
    tools, session = program.desk.opened.tools, program.desk.session
    for edition in ("client", "internal"):
        report = composed(tools, session.context(), Order(session.scope, "en", "report", edition))
        assert "no budget left" not in repr(report.blocks)
