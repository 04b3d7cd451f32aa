"""Forms of other kinds: with a head, of the library, of one record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forms.requirement_priority import FORM
from tests.ui.stand import (
    PROJECT,
    put_in,
    requirement,
    session_with,
    showing,
)
from ui.form_view import FormView
from workbench.domain import Account, Requirement
from workbench.messages import _
from workbench.spec import Form, Head, Line, Note

Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:
        yield show


LIBRARY = Form(
    key="clients",
    title=_("Clients"),
    record=Account,
    fields=(Line("name", _("Name")), Note("remark", _("Remark"))),
)


HEADED = Form(
    key="headed",
    title=_("Headed"),
    record=Requirement,
    fields=(Line("description", _("Text")), Line("remark", _("Note"))),
    head=Head(Account, (Line("name", _("Name")),), link="goal", title=lambda item: item.name or "?"),
    phase=4,
)


SINGLE = Form(
    key="single",
    title=_("Brief"),
    record=type(PROJECT),
    fields=(Line("title", _("Title")), Note("goal", _("Goal"))),
    single=True,
    phase=1,
)


CODED = Form(
    key="coded",
    title=_("Coded"),
    record=Account,
    fields=(Line("name", _("Name")),),
    head=Head(Requirement, (Line("description", _("Text")),), link="industry"),
    phase=4,
)


def test_a_form_of_the_library_keeps_its_rows_there(shown):
    view = shown(form=LIBRARY)
    view.quick.box.setFocus()
    QTest.keyClicks(view.quick.box, "XX")
    QTest.keyClick(view.quick.box, Key.Key_Return)
    assert [(item.name, item.project) for item in view.session.workspace.all(Account, None)] == [("XX", None)]
    assert [item.name for item in view.table.items] == ["XX"]


def test_rows_below_a_head_belong_to_it(shown, qtbot):
    heads = [Account(id=f"a{n}", project=PROJECT.id, position=float(n), name=f"Head {n}") for n in (1, 2)]
    rows = [replace(requirement(1), goal="a1"), replace(requirement(2), goal="a2")]
    view = shown([*heads, *rows], form=HEADED)
    assert [item.id for item in view.table.items] == ["r1"]
    QTest.keyClick(view.head_bar.box, Key.Key_Down)
    assert [item.id for item in view.table.items] == ["r2"]
    view.quick.wanted.emit({"description": "x"})
    assert [item.goal for item in view.table.items] == ["a2", "a2"]
    QTest.mouseClick(view.head_bar.details, Qt.MouseButton.LeftButton)
    name = view.stack.head_page.first_field.editor.box
    QTest.keyClick(name, Key.Key_End)
    QTest.keyClicks(name, "!")
    assert view.head_bar.box.currentText() == "Head 2!"


def test_the_first_row_makes_its_head(shown):
    view = shown(form=HEADED)
    view.quick.wanted.emit({"description": "x"})
    assert len(view.session.workspace.all(Account, PROJECT.id)) == 1
    view.session.workspace.undo(PROJECT.id)
    assert view.session.workspace.all(Account, PROJECT.id) == []


def test_a_form_of_one_record_is_a_page(shown):
    view = shown(form=SINGLE)
    assert view.page.isVisible()
    assert view.page.header.title.text() == "Brief"
    view.delete()
    QTest.keyClick(view.page.rows["goal"].editor.box, Key.Key_Escape)
    assert view.page.isVisible()
    put_in(view.page.rows["goal"].editor.box, "目标")
    assert view.session.project.goal == "目标"


def test_a_new_head_gets_the_next_code_of_its_kind(qapp):
    session = session_with([FORM, CODED])
    head = FormView(CODED, session).edits.add_head()
    assert isinstance(head, Requirement)
    assert head.code == "DEMO001"
