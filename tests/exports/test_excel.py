import json
import re
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import excel
from exports.excel import sheet_name
from exports.excel_table import units
from forms.requirement_priority import FORM
from tests.exports import samples
from workbench.domain.text import clean
from workbench.messages import Refusal
from workbench.report import Column, Figure, Heading, Kind, Paragraph, Report, Row, Table
from workbench.spec import report as report_of


def cells(sheet, number, first=2):
    """A row's texts from the first column of the document on."""
    return [cell.value for cell in sheet[number][first - 1 :]]


def header(sheet, title="需求编号"):
    return next(row[1].row for row in sheet.iter_rows() if len(row) > 1 and row[1].value == title)


def part(path, pattern):
    with ZipFile(path) as package:
        return "".join(package.read(n).decode() for n in package.namelist() if re.search(pattern, n))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return samples.save(excel, samples.whole(), tmp_path_factory.mktemp("excel") / "whole.xlsx")


@pytest.fixture(scope="module")
def book(whole):
    return openpyxl.load_workbook(whole)


def test_there_is_a_sheet_for_each_chapter_and_two_hidden_ones(book):
    assert book.sheetnames == ["登录诊断", "需求优先级评估表", "问题诊断", "_workbench", "_lists"]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible"] * 3 + ["veryHidden"] * 2


def test_a_sheet_has_a_title_and_no_grid_lines(book):
    sheet = book["需求优先级评估表"]
    assert sheet["B2"].value == "需求优先级评估表"
    assert not sheet.sheet_view.showGridLines


def test_the_documents_columns_are_text_and_the_working_ones_stand_to_the_right(book):
    sheet = book["需求优先级评估表"]
    top = header(sheet)
    assert cells(sheet, top)[:8] == [
        "需求编号",
        "需求描述",
        "价值评分(1-5分)",
        "优先级",
        "分数",
        "类型",
        "实时",
        "id",
    ]
    assert cells(sheet, top + 2)[:6] == ["DEMO001", "提升导出速度", "4(提升客户工作效率)", "高", 4, "业务型"]
    assert all(cell.data_type == "s" and cell.number_format == "@" for cell in sheet[top + 2][1:5])


def test_the_working_columns_are_grouped_away(book):
    dimensions = book["需求优先级评估表"].column_dimensions
    assert dimensions["F"].hidden
    assert dimensions["F"].outlineLevel == 1
    assert not dimensions["E"].hidden


def test_a_formula_is_live_and_keeps_what_it_came_to(whole, book):
    sheet = book["需求优先级评估表"]
    row = header(sheet) + 2
    assert sheet.cell(row, 8).value == f'=IF($F{row}>=4,"高","低")'
    assert openpyxl.load_workbook(whole, data_only=True)["需求优先级评估表"].cell(row, 8).value == "高"


def test_scores_and_choices_are_validated(book):
    rules = {rule.type: rule for rule in book["需求优先级评估表"].data_validations.dataValidation}
    assert (rules["whole"].formula1, rules["whole"].formula2) == ("1", "5")
    assert rules["list"].formula1 == '"业务型,技术型"'


def test_long_choices_stand_on_a_hidden_sheet(tmp_path):
    choices = tuple(f"一个很长的选项，编号 {number}" for number in range(40))
    column = Column("kind", "类型", choices=choices)
    table = Table((column,), (Row(("x",)),))
    path = samples.save(excel, samples.report(Heading("A"), table), tmp_path / "lists.xlsx")
    book = openpyxl.load_workbook(path)
    assert book["A"].data_validations.dataValidation[0].formula1 == "_lists!$A$1:$A$40"
    assert [cell.value for cell in book["_lists"]["A"]] == list(choices)


def test_cells_are_coloured_by_their_text(book):
    ranges = book["需求优先级评估表"].conditional_formatting
    formulas = {formula for each in ranges for rule in each.rules for formula in rule.formula}
    assert formulas == {'"高"', '"低"'}


def test_the_header_stays_in_view_and_filters_and_is_printed_on_each_page(book):
    sheet = book["需求优先级评估表"]
    top = header(sheet)
    assert sheet.freeze_panes == f"C{top + 1}"
    assert sheet.auto_filter.ref == f"B{top}:I{top + 5}"
    assert sheet.print_title_rows == f"${top}:${top}"
    assert ":$E$" in sheet.print_area
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.right.text == "&P / &N"
    assert sheet.oddFooter.left.text == "客户 && 我方 · 2026"


def test_several_blocks_share_a_sheet(book):
    sheet = book["问题诊断"]
    found = [row[1].value for row in sheet.iter_rows() if row[1].value]
    assert found == [
        "问题诊断", sheet["B3"].value, "P01", "现象", "需求编号", "DEMO001", "DEMO002",
        "P02", "需求编号", "DEMO001", "DEMO002", "鱼骨图",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "font"), [("zh_CN", "Microsoft YaHei"), ("zh_TW", "Microsoft JhengHei"), ("en", "Segoe UI")]
)
def test_the_font_is_the_languages(tmp_path, language, font):
    path = samples.save(excel, samples.whole(language), tmp_path / "font.xlsx")
    sheet = openpyxl.load_workbook(path)["需求优先级评估表"]
    assert {(c.font.name) for row in sheet.iter_rows() for c in row if c.value is not None} == {font}
    assert sheet.cell(header(sheet) + 2, 3).font.size == 10


def test_a_figure_with_a_chart_is_a_native_one_with_labels(whole):
    chart = part(whole, r"charts/chart\d")
    assert "<c:scatterChart>" in chart
    assert "DEMO001" in chart
    assert "'需求优先级评估表'!$F$" in chart or "需求优先级评估表!$F$" in chart
    assert "plotVisOnly" not in chart  # the columns it shows are grouped away
    assert "四象限：立即做 1 条" in part(whole, r"drawings/drawing\d")


def test_labels_of_points_at_one_place_stand_one_below_the_other(tmp_path):
    table = replace(samples.table(), rows=(samples.row(1), samples.row(2)))
    figure = Figure(samples.SCENE, "x", "y", ("value.score", "value.score", "code"))
    path = samples.save(excel, samples.report(Heading("A"), table, figure), tmp_path / "labels.xlsx")
    assert "<a:t>\n\nDEMO002</a:t>" in part(path, r"charts/chart\d")


def test_a_figure_without_a_chart_is_a_picture_with_a_text(whole):
    assert 'descr="鱼骨"' in part(whole, r"drawings/drawing\d")
    with ZipFile(whole) as package:
        assert sum(name.startswith("xl/media/") for name in package.namelist()) == 1


def test_the_properties_are_the_reports(book):
    assert (book.properties.title, book.properties.creator) == ("登录诊断", "作者")


def test_the_hidden_sheet_keeps_marks_and_a_copy_of_every_cell(book):
    rows = [[cell.value for cell in row if cell.value is not None] for row in book["_workbench"].iter_rows()]
    assert rows[:3] == [["workbench", "1"], ["mark", "project", "p1"], ["mark", "language", "zh_CN"]]
    tables = [row[2:] for row in rows if row[0] == "table"]
    assert [row[0] for row in tables] == ["sample"] * 3
    copies = [json.loads(row[2]) for row in rows if row[:2] == ["row", "r1"]]
    assert copies[0] == ["DEMO001", "提升导出速度", "4(提升客户工作效率)", "高", "4", "业务型", "高", "r1"]


def one_cell(tmp_path, text, many=False):
    count = excel.MANY_ROWS + 1 if many else 1
    table = replace(samples.table(1), rows=(samples.row(1, text=text),) * count)
    what = replace(
        samples.report(Heading(text), Paragraph(text), table), title=text, author=text, footer=text
    )
    path = samples.save(excel, what, tmp_path / "any.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return sheet.cell(header(sheet) + 1, 3)


@pytest.mark.parametrize("many", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("text", [t for t in samples.AWKWARD if len(t) < 5000 and "_x" not in t])
def test_any_text_is_only_text(tmp_path, text, many, monkeypatch):
    monkeypatch.setattr(excel, "MANY_ROWS", 3)
    cell = one_cell(tmp_path, text, many)
    assert cell.data_type in ("s", "n", "inlineStr")
    assert cell.data_type == "s" or cell.value is None
    assert (cell.value or "").rstrip() == clean(text).rstrip()


@pytest.mark.parametrize("text", ["x" * 40_000, "😀" * 20_000])
def test_a_text_too_long_for_a_cell_is_cut_with_a_note(tmp_path, text):
    cell = one_cell(tmp_path, text)
    assert units(cell.value) == 32_767 or units(cell.value) == 32_766
    assert cell.value[:10_000] == text[:10_000]
    assert not cell.value.endswith(text[-1])


@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_sheet_names_are_ones_that_offices_take(titles):
    taken: set[str] = {"history"}
    names = [sheet_name(title, taken) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= units(name) <= 31
        assert not set(name) & set("[]:*?/\\\n\x00")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


@pytest.mark.parametrize(
    "title", ["CON", "a/b", "..", "'", "History", "x" * 300, "😀" * 40, "[]:*?/\\", "\ud800"]
)
def test_any_title_makes_a_sheet(tmp_path, title):
    path = samples.save(excel, samples.report(Heading(title), Heading(title)), tmp_path / "names.xlsx")
    assert len(openpyxl.load_workbook(path).sheetnames) == 4


def test_numbers_and_dates_of_working_columns_are_real_ones(tmp_path):
    columns = (Column("n", "数", kind=Kind.NUMBER), Column("d", "日", kind=Kind.DATE))
    rows = (
        Row(("x",), (2.5, date(2026, 3, 31))),
        Row(("y",), (10**18, date(1, 1, 1))),
        Row(("z",), (None, None)),
    )
    path = samples.save(
        excel, samples.report(Heading("A"), Table((Column("t", "文"),), rows, columns)), tmp_path / "n.xlsx"
    )
    sheet = openpyxl.load_workbook(path)["A"]
    top = header(sheet, "文")
    assert cells(sheet, top + 1)[1:3] == [2.5, date(2026, 3, 31)] or sheet.cell(
        top + 1, 4
    ).value.date() == date(2026, 3, 31)
    assert cells(sheet, top + 2)[1:3] == ["1000000000000000000", "0001-01-01"]
    assert cells(sheet, top + 3)[1:3] == [None, None]


def test_many_rows_are_written_like_few(tmp_path, monkeypatch):
    few = samples.save(excel, samples.whole(), tmp_path / "few.xlsx")
    monkeypatch.setattr(excel, "MANY_ROWS", 0)
    many = samples.save(excel, samples.whole(), tmp_path / "many.xlsx")
    for one, other in zip(openpyxl.load_workbook(few), openpyxl.load_workbook(many), strict=True):
        assert [[c.value for c in row] for row in one] == [[c.value for c in row] for row in other]
        assert [[c.number_format for c in row] for row in one] == [
            [c.number_format for c in row] for row in other
        ]
        heights = [{n: d.height for n, d in s.row_dimensions.items() if d.height} for s in (one, other)]
        assert heights[0] == heights[1]


def test_an_empty_report_is_a_workbook(tmp_path):
    path = samples.save(excel, Report("", "en", ()), tmp_path / "empty.xlsx")
    assert openpyxl.load_workbook(path).sheetnames[0] == "Sheet"


def test_closing_the_job_leaves_the_old_file(tmp_path):
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old")
    job = excel.write(samples.whole(), path)
    assert [next(job), next(job)] == [1, 2]
    job.close()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(Refusal):
        list(excel.write(samples.whole(), tmp_path / "gone" / "x.xlsx"))


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_template_2_shows_exactly_the_documents_columns_and_cells(tmp_path, language):
    """T81-T87."""
    item = samples.requirement(
        1, value=4, value_reason="提升客户工作效率", urgency=5, urgency_reason="每日客诉"
    )
    context = samples.context([item], language)
    path = samples.save(excel, report_of([FORM], context, language, "2026-04-02"), tmp_path / "form.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[1]
    top = header(sheet, context.translate(FORM.fields[0].label))
    count = len(FORM.fields)
    assert cells(sheet, top)[:count] == [context.translate(field.label) for field in FORM.fields]
    assert [value or "" for value in cells(sheet, top + 1)[:count]] == [
        field.text(item, context) for field in FORM.fields
    ]
    if language == "zh_CN":
        assert sheet.cell(top + 1, 5).value == "4(提升客户工作效率)"
    assert sheet.cell(top + 1, 2 + count).value == 4
