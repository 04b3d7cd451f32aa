"""Rows as tables for other programs, and back."""

from __future__ import annotations

import pytest

from forms.requirement_priority import FORM
from tests.ui.stand import requirement, sample, session_with
from ui.clipboard import as_table, cells_of, into_cells, records_from
from ui.edits import Edits


@pytest.fixture
def edits(qapp):
    return Edits(FORM, session_with([FORM], [requirement(1)]))


@pytest.fixture
def context(edits):
    return edits._session.context()


def test_rows_are_copied_as_text_and_as_html(context):
    data = as_table([sample()[13]], FORM, context)
    assert data.text().splitlines()[0].split("\t")[0] == "Requirement ID"
    assert data.text().splitlines()[1].startswith("DEMO014\t导出 <b>文件</b>")
    assert "&lt;b&gt;" in data.html()
    assert "<b>" not in data.html()


def test_copied_rows_come_back_as_they_were(edits, context):
    items = sample()[1:3]
    pasted = records_from(cells_of(as_table(items, FORM, context).text()), edits, context, {})
    assert [item.code for item in pasted.items] == ["DEMO002", "DEMO003"]
    assert [(i.description, i.value, i.value_reason, i.remark) for i in pasted.items] == [
        (i.description, i.value, i.value_reason, i.remark) for i in items
    ]


def test_lines_from_a_chat_become_descriptions_with_new_codes(edits, context):
    pasted = records_from(cells_of("导出功能\r\n\r\n修复卡顿\n"), edits, context, {})
    assert [(item.code, item.description) for item in pasted.items] == [
        ("DEMO002", "导出功能"),
        ("DEMO003", "修复卡顿"),
    ]


def test_a_code_that_is_taken_is_not_taken_twice(edits, context):
    pasted = records_from([["DEMO001", "a"], ["DEMO007", "b"]], edits, context, {})
    assert [item.code for item in pasted.items] == ["DEMO002", "DEMO007"]


def test_a_score_that_makes_no_sense_is_kept_as_its_reason(edits, context):
    pasted = records_from([["a", "Business requirement", "六", "4(因为)"]], edits, context, {})
    item = pasted.items[0]
    assert (item.value, item.value_reason, item.urgency, item.urgency_reason) == (None, "六", 4, "因为")
    assert pasted.unread == ["六"]


def test_a_cell_of_several_lines_stays_one_cell():
    assert cells_of('a\t"b\nc"\n') == [["a", "b\nc"]]


def test_a_lone_quotation_mark_is_a_character():
    assert cells_of('"快一点\n再快一点') == [['"快一点'], ["再快一点"]]


def test_pasting_into_cells_changes_what_is_there(context):
    items = sample()[:2]
    fields = FORM.fields[3:5]
    changed, unread = into_cells([["1", "2"], ["x", "3(b)"]], items, fields, context)
    assert [(i.value, i.urgency) for i in changed] == [(1, 2), (5, 3)]
    assert unread == 1


def test_two_scores_at_the_end_of_a_pasted_line_are_its_scores(edits, context):
    pasted = records_from(cells_of("导出功能 5/4\n修复卡顿 ３／２\n覆盖率 3/4 才行"), edits, context, {})
    assert [(item.description, item.value, item.urgency) for item in pasted.items] == [
        ("导出功能", 5, 4),
        ("修复卡顿", 3, 2),
        ("覆盖率 3/4 才行", None, None),
    ]


def test_a_spreadsheet_row_with_more_cells_keeps_what_its_text_ends_in(edits, context):
    pasted = records_from([["Ratio 3/4", "Business requirement", "5", "2"]], edits, context, {})
    assert [(item.description, item.value, item.urgency) for item in pasted.items] == [("Ratio 3/4", 5, 2)]


def test_pasted_codes_and_new_ones_never_meet(edits, context):
    rows = [["DEMO002", "a"], ["DEMO009", "b"], ["DEMO001", "c"], ["", "d"], ["DEMO004", "e"], ["", "f"]]
    codes = [item.code for item in records_from(rows, edits, context, {}).items]
    assert len(set(codes)) == len(codes)
    assert codes[:2] == ["DEMO002", "DEMO009"]
    assert all(code > "DEMO009" for code in (codes[2], codes[3], codes[5]))
