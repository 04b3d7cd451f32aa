"""The widget for each kind of field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from forms.requirement_priority import FORM
from tests.ui.stand import requirement, session_with
from ui.editors import make_editor
from workbench.domain import Feasibility

Key = Qt.Key


@pytest.fixture
def session(qapp):
    return session_with([FORM], [requirement(1)])


@pytest.fixture
def editor(session, qtbot):
    def made(name, item=None):
        found = make_editor(FORM.field(name), session)
        qtbot.addWidget(found)
        found.say_anew(session.context())
        found.show_item(item or requirement(1), session.context())
        with qtbot.waitActive(found):
            found.show()
            found.activateWindow()
        found.setFocus()
        found.heard = []
        found.edited.connect(lambda typed: found.heard.append(typed.changes))
        return found

    return made


def test_every_kind_of_field_has_an_editor_with_a_name(editor):
    for field in FORM.all_fields:
        found = editor(field.name)
        focus = found.focusProxy()
        assert focus is None or focus.accessibleName()


def test_a_line_is_told_with_every_key(editor):
    found = editor("iteration")
    QTest.keyClicks(found.box, "ab")
    assert found.heard == [{"iteration": "a"}, {"iteration": "ab"}]


def test_digits_choose_a_score_and_backspace_takes_it_away(editor):
    found = editor("value")
    for key in (Key.Key_5, Key.Key_Backspace, Key.Key_2, Key.Key_Right):
        QTest.keyClick(found.focusProxy().focusProxy() or found.picker, key)
    assert found.heard == [{"value": 5}, {"value": None}, {"value": 2}, {"value": 3}]


def test_a_click_chooses_a_score(editor):
    found = editor("value")
    QTest.mouseClick(found.picker.buttons[0], Qt.MouseButton.LeftButton)
    assert found.heard == [{"value": 1}]


def test_the_chosen_score_says_what_it_means(editor):
    found = editor("value")
    found.picker.hovered.emit(0)  # wherever the pointer happens to be
    assert found.meaning.text() == "4  Clearly raises the client's efficiency"
    assert "revenue" in found.picker.buttons[4].toolTip()


def test_the_reason_of_a_score_is_a_field_of_its_own(editor):
    found = editor("value", replace(requirement(1), value_reason=""))
    QTest.keyClicks(found.box, "x")
    assert found.heard == [{"value_reason": "x"}]


def test_only_one_score_button_is_a_tab_stop(editor):
    found = editor("value")
    stops = [b.score for b in found.picker.buttons if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [4]


def test_a_choice_tells_its_key_when_a_person_chooses(editor, session):
    found = editor("feasibility")
    assert found.heard == []
    QTest.keyClick(found.box, Key.Key_Down)
    assert found.heard == [{"feasibility": Feasibility.FEASIBLE}]


def test_a_value_that_is_no_longer_listed_stays(editor):
    found = editor("requirement_type", replace(requirement(1), requirement_type="old one"))
    assert (found.box.currentText(), found.box.currentData()) == ("old one", "old one")


def test_the_wheel_does_not_change_a_choice(editor, qtbot):
    found = editor("feasibility")
    assert isinstance(found.box, QComboBox)
    assert found.box.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_day_that_makes_no_sense_is_kept_as_text_and_not_told(editor, session):
    found = editor("due")
    QTest.keyClicks(found.box, "soon")
    assert found.heard == []
    assert session.translate(found.refusal) == "soon is no date such as 2026-03-31"
    found.show_item(requirement(1), session.context())
    assert found.box.text() == "soon"


def test_a_day_is_read_as_it_is_written(editor):
    found = editor("due")
    QTest.keyClicks(found.box, "2026-03-31")
    assert found.heard[-1] == {"due": date(2026, 3, 31)}


def test_a_derived_value_is_words_in_a_tone(editor):
    found = editor("priority")
    assert (found.words.text(), found.words.property("tone")) == ("High value - low urgency", "accent_t")


def test_labels_never_read_html(editor):
    for field in FORM.all_fields:
        for label in editor(field.name).findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText
