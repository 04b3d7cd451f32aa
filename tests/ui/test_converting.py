"""A line of a call becomes a requirement or a problem with a code of its own."""

from forms import FORMS
from tests.ui.stand import PROJECT, requirement, session_with
from ui.interview.converting import convert
from workbench.domain import Note, Problem, Requirement
from workbench.messages import _


def test_a_line_never_gets_the_code_of_what_was_deleted(qapp):
    note = Note(id="n", project=PROJECT.id, text="导出要等十分钟")
    session = session_with(FORMS, [requirement(1), requirement(2), note])
    session.workspace.remove([session.workspace.find("r2")], label=_("x"))
    assert convert(session, note, Requirement, None).code == "DEMO003"
    first = convert(session, note, Problem, None)
    session.workspace.remove([first], label=_("x"))
    assert (first.code, convert(session, note, Problem, None).code) == ("P01", "P02")
