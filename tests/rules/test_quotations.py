"""The appendix of quotations holds what the client said, and nothing else."""

import pytest

from tests.sample import context
from workbench.domain import Confirmation, Link, Member, Note, NoteKind, Relation, Requirement
from workbench.report import Table
from workbench.rules.quotations import quotations
from workbench.spec.quotations import quotation_blocks

QUOTE, NEED, LATENT, MOMENT, NONE = (
    NoteKind.QUOTE,
    NoteKind.NEED,
    NoteKind.LATENT,
    NoteKind.MOMENT,
    NoteKind.NONE,
)


def said(*notes, discreet=False, more=()):
    items = [*notes, *more]
    records = lambda kind: [item for item in items if type(item) is kind]  # noqa: E731 - the shape of records
    return quotations(records, discreet=discreet)


def note(text="早高峰登不上", kind=QUOTE, **fields):
    return Note(id=f"n{fields.get('at', 0)}", text=text, note_kind=kind, **fields)


@pytest.mark.parametrize("kind", [QUOTE, NoteKind.PAIN, NEED, NoteKind.NUMBER])
def test_what_the_client_said_is_quoted_in_the_order_of_the_call(kind):
    found = said(note(kind=kind, at=5), note(at=2))
    assert [(each.code, each.note.at) for each in found] == [("Q01", 2), ("Q02", 5)]


@pytest.mark.parametrize(
    "other",
    [
        note(" "),
        note(draft=True),
        note(confirmation=Confirmation.REJECTED),
        note(kind=LATENT, confirmation=Confirmation.CONFIRMED),
        note(kind=MOMENT),
        note(kind=NoteKind.QUESTION),
        note(kind=NONE),
        note(speaker="  he min "),
    ],
)
def test_what_we_think_or_said_or_was_taken_back_is_not(other):
    assert said(other, more=[Member(id="m", name="He Min")]) == []


def test_a_sentence_leads_to_what_rests_on_it_once():
    goal = Requirement(id="r", code="DEMO001")
    links = [Link(id=f"l{n}", from_="n0", to="r", relation=Relation.EVIDENCE) for n in range(2)]
    assert said(note(), more=[goal, *links])[0].supports == (goal,)


def test_a_discreet_appendix_leaves_out_words_about_other_suppliers():
    rival = note("张总已经让我们看别家了")
    assert len(said(rival)) == 1
    assert said(rival, discreet=True) == []


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_without_names_no_speaker_stands_in_the_appendix(language):
    shown = context(language)
    speakers = {each.speaker for each in shown.records(Note)} - {""}
    for named in (True, False):
        table = next(b for b in quotation_blocks(shown, named=named) if isinstance(b, Table))
        cells = {cell for row in table.rows for cell in row.cells}
        assert bool(cells & speakers) == named
        assert len(table.columns) == (5 if named else 4)
        assert any("DEMO006" in str(cell) for cell in cells)
