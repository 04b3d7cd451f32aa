from dataclasses import replace

import openpyxl
import pytest

from exports import excel, workbook_import
from forms import FORMS
from forms.requirement_priority import FORM
from tests.exports import samples
from tests.exports.samples import context, requirement, result
from workbench.domain import Record, record
from workbench.domain.record import reference
from workbench.messages import translator, trilingual
from workbench.spec import Code, Form, Head, Line, Note, Rating, report
from workbench.spec.incoming import Incoming, IncomingRow, IncomingSheet, cell_name
from workbench.spec.review import review

ENGLISH = translator("en")
ITEMS = (
    requirement(
        1, value=4, value_reason="提升客户工作效率", urgency=5, urgency_reason="每日客诉", remark="一"
    ),
    requirement(2, value=1, urgency=1, requirement_type="technical"),
    requirement(3),
)
TITLES = {field.name: translator("zh_CN")(field.label) for field in FORM.fields}


def exported(path, items, forms):
    return samples.save(excel, report(forms, context(items, "zh_CN"), "zh_CN", "2026-04-02"), path)


def reviewed(path, items, forms):
    return review(result(workbook_import.read(path)), forms, lambda language: context(items, language))


def sentences(found):
    return [(p.cell, ENGLISH(p.message)) for p in found.problems]


def table(*rows, strict=False, name="foreign"):
    cells = (
        IncomingRow(n, {c: v for c, v in enumerate(row, 1) if v is not None}) for n, row in enumerate(rows, 1)
    )
    return Incoming(name, (IncomingSheet("表", tuple(row for row in cells if row.cells), strict),))


def foreign(incoming, items=ITEMS):
    return review(incoming, FORMS, lambda language: context(items, language))


@pytest.mark.parametrize(
    "titles",
    [
        ("需求编号", "需求描述", "备注"),
        ("需求編號", "需求描述", "備註"),
        ("Requirement ID", "Requirement description", "Remark"),
        (" 需求 编号 ", "需求描述：", "备　注"),
        ("requirement id", "REQUIREMENT  DESCRIPTION", "remark *"),
    ],
)
def test_titles_are_known_in_three_languages_and_however_they_are_spaced(titles):
    found = foreign(table(["一份清单"], [None], titles, ["DEMO001", "新描述", "新备注"]))
    assert found.problems == ()
    assert (found.records[0].description, found.records[0].remark) == ("新描述", "新备注")


def test_a_foreign_table_is_compared_with_the_records_as_they_are():
    rows = [
        [TITLES["code"], TITLES["description"], TITLES["value"]],
        ["DEMO001", "需求 1", "4"],
        ["DEMO002", "改了", "1"],
    ]
    found = foreign(table(*rows))
    assert found.records == (replace(ITEMS[1], description="改了"),)


def test_a_bare_score_keeps_the_reason_that_is_here():
    found = foreign(table([TITLES["code"], TITLES["value"]], ["DEMO001", "5"]))
    assert found.records == (replace(ITEMS[0], value=5),)


def test_a_heading_that_is_called_like_a_column_is_no_title_of_a_table():
    rows = [["需求描述"], ["一份清单"], [None], [TITLES["code"], TITLES["description"]], ["DEMO001", "改了"]]
    assert [item.description for item in foreign(table(*rows)).records] == ["改了"]


def test_a_list_of_one_column_is_read():
    assert [item.description for item in foreign(table(["需求描述"], ["新的"])).records] == ["新的"]


def test_group_titles_and_notes_are_no_records():
    rows = [
        [TITLES["code"], TITLES["description"], TITLES["remark"]],
        ["高价值"], [None, "新", None], [None], ["说明：以上评分由双方确认"], [None, "x", None],
    ]  # fmt: skip
    found = foreign(table(*rows))
    assert [item.description for item in found.records] == ["新"]


def test_a_cell_without_a_title_in_a_text_file_is_told():
    rows = [[TITLES["code"], TITLES["description"]], ["DEMO001", "需求 1", "too far"]]
    assert sentences(foreign(table(*rows, strict=True)))[0][0] == "C2"
    assert foreign(table(*rows)).problems == ()


def test_a_file_without_known_titles_is_told():
    found = foreign(table(["a", "b"], [1, 2]))
    assert "no table" in sentences(found)[0][1]


def test_cells_are_named_as_people_name_them():
    assert [cell_name(column, 7) for column in (1, 4, 26, 27, 702, 703, 16384)] == [
        "A7", "D7", "Z7", "AA7", "ZZ7", "AAA7", "XFD7",
    ]  # fmt: skip


@record
class Topic(Record):
    """A head record for the test."""

    code: str = ""


@record
class Point(Record):
    """A row record for the test."""

    topic: str | None = reference("topic", owner=True)
    text: str = ""
    remark: str = ""
    weight: int | None = None
    reason: str = ""


POINTS = Form(
    key="points",
    title=trilingual(en="Points", zh_CN="要点", zh_TW="要點"),
    record=Point,
    fields=(
        Line("text", trilingual(en="Point text", zh_CN="要点内容", zh_TW="要點內容"), required=True),
        Note("remark", trilingual(en="Point remark", zh_CN="要点备注", zh_TW="要點備註")),
        Rating("weight", trilingual(en="Weight", zh_CN="权重", zh_TW="權重"), reason="reason"),
    ),
    head=Head(Topic, (Code("code", trilingual(en="Topic", zh_CN="主题", zh_TW="主題")),), "topic"),
)
TOPICS = (Topic(id="t1", project="p1", code="T01"), Topic(id="t2", project="p1", code="T02", position=1.0))


def points(*texts):
    return tuple(
        Point(id=f"x{n}", project="p1", position=n, topic=t, text=text) for n, (t, text) in enumerate(texts)
    )


def test_a_new_row_belongs_to_the_block_it_stands_in(tmp_path):
    items = (*TOPICS, *points(("t1", "一"), ("t2", "二")))
    path = exported(tmp_path / "heads.xlsx", items, (POINTS,))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    rows = {row[1].value: row[1].row for row in sheet.iter_rows() if row[1].value}
    sheet.cell(rows["二"] + 1, 2).value = "三"
    sheet.insert_rows(rows["一"] + 1)
    sheet.cell(rows["一"] + 1, 2).value = "四"
    book.save(path)
    found = reviewed(path, items, (POINTS,))
    assert found.problems == ()
    assert {(item.text, item.topic) for item in found.records} == {("四", "t1"), ("三", "t2")}


def test_a_block_is_known_by_the_title_above_it():
    rows = [["T02"], ["主题", "x"], [None], ["要点内容", "要点备注"], ["新", "备"]]
    found = review(table(*rows), (POINTS,), lambda language: context(TOPICS, language))
    assert [(item.text, item.topic) for item in found.records] == [("新", "t2")]


def test_it_is_asked_where_a_row_belongs():
    found = review(
        table(["要点内容", "要点备注"], ["新", "备"]), (POINTS,), lambda language: context(TOPICS, language)
    )
    assert "not clear" in sentences(found)[0][1]
