from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from exports import excel, workbook_import
from tests.exports import samples
from tests.exports.samples import book
from workbench.messages import translator
from workbench.spec.incoming import Trouble

ENGLISH = translator("en")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def read(path):
    return samples.result(workbook_import.read(path))


def rows(incoming, sheet=0):
    return {row.number: dict(row.cells) for row in incoming.sheets[sheet].rows}


def rewritten(path, **changes):
    """The archive with some parts made anew: a function from old text to new, or None to leave a part out."""
    with ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name, content in parts.items():
            change = next((value for key, value in changes.items() if key in name.replace("/", "_")), "same")
            if change is not None:
                new.writestr(name, content if change == "same" else change(content.decode()))
    return path


def test_what_we_wrote_is_read_back_with_its_copy(tmp_path):
    found = read(samples.save(excel, samples.whole(), tmp_path / "own.xlsx"))
    assert [sheet.name for sheet in found.sheets] == ["登录诊断", "需求优先级评估表", "问题诊断"]
    assert found.marks == {"project": "p1", "language": "zh_CN"}
    assert [(table.form, table.head, table.sheet) for table in found.exported] == [
        ("sample", "", "需求优先级评估表"), ("sample", "P1", "问题诊断"), ("sample", "P2", "问题诊断"),
    ]  # fmt: skip
    first = found.exported[0]
    assert first.keys == (
        "code",
        "description",
        "value",
        "class",
        "value.score",
        "value.type",
        "class.live",
        "id",
    )
    assert first.titles[0] == "需求编号"
    assert first.rows["r1"] == (
        "DEMO001",
        "提升导出速度",
        "4(提升客户工作效率)",
        "高",
        "4",
        "业务型",
        "高",
        "r1",
    )


def test_long_texts_are_marked_as_cut(tmp_path):
    table = samples.report(
        samples.Heading("A"),
        samples.Table(samples.COLUMNS, (samples.row(1, text="x" * 50_000),), samples.WORKING),
    )
    exported = read(samples.save(excel, table, tmp_path / "cut.xlsx")).exported[0]
    assert exported.cut == {("r1", 1)}
    assert len(exported.rows["r1"][1]) == 32_767


def test_cells_are_read_as_people_see_them(tmp_path):
    moment = datetime(2026, 3, 31, 8, 30)  # noqa: DTZ001 - workbooks know no zones
    path = book(
        tmp_path / "cells.xlsx",
        ["a\x0bb".replace("\x0b", "\n"), 4, 4.5, True, None, "", date(2026, 3, 31), moment, time(8, 30)],
    )
    assert rows(read(path)) == {
        1: {1: "a\nb", 2: 4, 3: 4.5, 4: "TRUE", 7: date(2026, 3, 31), 8: "2026-03-31 08:30", 9: "08:30:00"}
    }


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path):
    found = openpyxl.Workbook()
    found.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    found.active["A1"] = date(2026, 3, 31)
    found.save(tmp_path / "mac.xlsx")
    assert rows(read(tmp_path / "mac.xlsx")) == {1: {1: date(2026, 3, 31)}}


def test_an_impossible_date_is_the_number_it_is(tmp_path):
    path = book(tmp_path / "date.xlsx", [date(2026, 3, 31)])
    rewritten(path, sheet1=lambda text: text.replace("46112", "99999999999"))
    assert rows(read(path)) == {1: {1: 99999999999}}


def test_error_cells_and_formulas_without_a_result_are_told_by_cell(tmp_path):
    path = book(tmp_path / "errors.xlsx", ["=1+1", "#N/A", "fine"])
    found = rows(read(path))[1]
    assert [isinstance(value, Trouble) for value in found.values()] == [True, True, False]
    assert "without a stored result" in ENGLISH(found[1].message)
    assert "#N/A" in ENGLISH(found[2].message)


def test_a_merged_cell_counts_for_each_row_it_covers(tmp_path):
    found = openpyxl.Workbook()
    for row in (["阶段", "任务"], ["短期", "一"], [None, "二"], ["长期", "三"]):
        found.active.append(row)
    found.active.merge_cells("A2:A3")
    found.save(tmp_path / "merged.xlsx")
    assert rows(read(tmp_path / "merged.xlsx"))[3] == {1: "短期", 2: "二"}


def test_hidden_sheets_are_left_out(tmp_path):
    found = openpyxl.Workbook()
    found.active["A1"] = "seen"
    found.create_sheet("hidden")["A1"] = "unseen"
    found["hidden"].sheet_state = "hidden"
    found.save(tmp_path / "hidden.xlsx")
    assert [sheet.name for sheet in read(tmp_path / "hidden.xlsx").sheets] == ["Sheet"]


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1"])
def test_the_declared_size_is_not_believed(tmp_path, size):
    path = book(tmp_path / "size.xlsx", ["a", "b"], ["c", "d"])
    rewritten(path, sheet1=lambda text: text.replace('ref="A1:B2"', f'ref="{size}"'))
    assert rows(read(path)) == {1: {1: "a", 2: "b"}, 2: {1: "c", 2: "d"}}


def test_a_cell_in_the_last_corner_is_read(tmp_path):
    path = book(tmp_path / "corner.xlsx", ["a"], XFD1048576="far")
    assert rows(read(path)) == {1: {1: "a"}, 1048576: {16384: "far"}}


def test_a_workbook_without_styles_is_read(tmp_path):
    path = rewritten(book(tmp_path / "plain.xlsx", ["a", 4]), styles=None)
    assert rows(read(path)) == {1: {1: "a", 2: 4}}


def test_a_strict_workbook_is_read(tmp_path):
    path = book(tmp_path / "strict.xlsx", ["a", 4])
    strict = lambda text: text.replace(MAIN, STRICT).replace(  # noqa: E731
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    rewritten(path, xl_=strict, _rels=strict)
    assert rows(read(path)) == {1: {1: "a", 2: 4}}


def test_many_empty_rows_with_a_look_are_passed_over_with_progress(tmp_path):
    path = book(tmp_path / "empty.xlsx", ["a"])
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 30_002))
    rewritten(path, sheet1=lambda text: text.replace("</sheetData>", empty + "</sheetData>"))
    job = workbook_import.read(path)
    assert [next(job), next(job)] == [1000, 2000]
    job.close()
    assert rows(read(path)) == {1: {1: "a"}}


def test_a_hidden_sheet_that_somebody_edited_is_not_believed(tmp_path):
    path = samples.save(excel, samples.report(samples.Heading("A"), samples.table(1)), tmp_path / "own.xlsx")
    rewritten(path, sharedStrings=lambda text: text.replace("[&quot;", "{").replace('["', "{"))
    found = read(path)
    assert found.exported == ()
    assert len(found.sheets) == 1
