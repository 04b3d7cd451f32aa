from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import csv_import, excel, workbook_import
from forms import FORMS
from forms.requirement_priority import FORM
from tests.exports import samples
from tests.exports.samples import context, requirement, result
from workbench.domain import Requirement
from workbench.messages import translator
from workbench.spec import report
from workbench.spec.review import review

ENGLISH = translator("en")
ITEMS = (
    requirement(
        1, value=4, value_reason="提升客户工作效率", urgency=5, urgency_reason="每日客诉", remark="一"
    ),
    requirement(2, value=1, urgency=1, requirement_type="technical"),
    requirement(3),
)


def exported(path, items=ITEMS, language="zh_CN", forms=(FORM,)):
    return samples.save(excel, report(forms, context(items, language), language, "2026-04-02"), path)


def reviewed(path, items=ITEMS, forms=FORMS):
    reader = csv_import if path.suffix == ".csv" else workbook_import
    return review(result(reader.read(path)), forms, lambda language: context(items, language))


class Edited(samples.Edited):
    """An exported workbook that is edited and reviewed."""

    def review(self, items=ITEMS):
        self.book.save(self.path)
        return reviewed(self.path, items)


@pytest.fixture
def edited(tmp_path):
    return Edited(exported(tmp_path / "edited.xlsx"))


VALUE, URGENCY = "价值评分(1-5分)", "紧急程度评分(1-5分)"
TITLES = {field.name: translator("zh_CN")(field.label) for field in FORM.fields}
WORKING = {c.key: c.title for f in FORM.fields for c in f.working_columns(context((), "zh_CN"))}


def changed(found):
    return {c.name: {str(f.label): (f.old, f.new) for f in c.fields} for c in found.changes}


def sentences(found):
    return [(p.cell, ENGLISH(p.message)) for p in found.problems]


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_an_untouched_workbook_changes_nothing(tmp_path, language):
    items = [
        requirement(n, description=text, value=n % 5 + 1 if n % 3 else None, value_reason=text, remark=text)
        for n, text in enumerate(samples.AWKWARD, start=1)
    ]
    found = reviewed(exported(tmp_path / "same.xlsx", items, language), items)
    assert (found.rows, found.changes, found.problems, found.conflicts) == (len(items), (), (), ())


@given(
    st.lists(
        st.tuples(st.text(), st.text(), st.sampled_from([None, 1, 5]), st.text()), min_size=1, max_size=4
    )
)
def test_no_text_changes_on_its_way_out_and_in(tmp_path_factory, texts):
    items = [
        requirement(n, description=a, value_reason=b, value=score, remark=c)
        for n, (a, b, score, c) in enumerate(texts, start=1)
    ]
    found = reviewed(exported(tmp_path_factory.getbasetemp() / "round.xlsx", items), items)
    assert (found.changes, found.problems, found.conflicts) == ((), (), ())


def test_a_workbook_saved_by_another_program_changes_nothing(edited):
    found = edited.review()
    assert (found.rows, found.changes, found.problems, found.conflicts) == (3, (), (), ())


def test_a_changed_cell_changes_its_field_alone(edited):
    found = edited.set("DEMO001", TITLES["remark"], "二").review()
    assert changed(found) == {"DEMO001": {"Remark": ("一", "二")}}
    assert found.records == (replace(ITEMS[0], remark="二"),)


def test_a_score_is_changed_in_the_document_column(edited):
    found = edited.set("DEMO001", TITLES["value"], "５(客户流失)").review()
    assert found.records == (replace(ITEMS[0], value=5, value_reason="客户流失"),)


def test_a_score_is_changed_in_the_working_column(edited):
    found = (
        edited.set("DEMO001", WORKING["value.score"], 2)
        .set("DEMO001", WORKING["urgency.reason"], "月底")
        .review()
    )
    assert found.records == (replace(ITEMS[0], value=2, urgency_reason="月底"),)


def test_the_score_in_one_column_and_the_reason_in_the_other_go_together(edited):
    edited.set("DEMO001", TITLES["value"], "5(提升客户工作效率)").set(
        "DEMO001", WORKING["value.reason"], "新的理由"
    )
    assert edited.review().records == (replace(ITEMS[0], value=5, value_reason="新的理由"),)


def test_two_columns_that_disagree_are_a_problem(edited):
    edited.set("DEMO001", TITLES["value"], "5(提升客户工作效率)").set("DEMO001", WORKING["value.score"], 2)
    found = edited.review()
    assert found.changes == ()
    assert "different things" in sentences(found)[0][1]


def test_derived_columns_are_ignored(edited):
    found = (
        edited.set("DEMO001", TITLES["priority"], "随便")
        .set("DEMO001", WORKING["priority.live"], "随便")
        .review()
    )
    assert (found.changes, found.problems) == ((), ())


def test_a_type_is_read_by_its_name(edited):
    name = context((), "zh_CN").texts("requirement_type")["technical"]
    assert edited.set("DEMO001", TITLES["requirement_type"], name).review().records == (
        replace(ITEMS[0], requirement_type="technical"),
    )


@pytest.mark.parametrize("value", [0, 6, 4.5, "五", True, "2026-03-31", "#N/A"])
def test_what_is_no_score_is_told_by_cell(edited, value):
    cell = f"{openpyxl.utils.get_column_letter(edited.columns[TITLES['value']])}{edited.row('DEMO001')}"
    found = edited.set("DEMO001", TITLES["value"], value).review()
    assert found.changes == ()
    assert [where for where, _sentence in sentences(found)] == [cell]


@pytest.mark.parametrize("value", ["4分", "４", 4, "4.0", "4（新理由）"])
def test_scores_are_read_as_people_write_them(edited, value):
    found = edited.set("DEMO002", TITLES["value"], value).review()
    assert found.records[0].value == 4
    assert found.problems == ()


def test_a_change_in_both_places_is_a_conflict(edited):
    now = (replace(ITEMS[0], remark="三"), *ITEMS[1:])
    found = edited.set("DEMO001", TITLES["remark"], "二").review(now)
    assert found.changes == ()
    (conflict,) = found.conflicts
    assert (conflict.exported, conflict.mine, conflict.theirs, conflict.record) == ("一", "三", "二", "r1")
    assert found.taking([conflict]).records == (replace(now[0], remark="二"),)
    assert found.taking([conflict]).conflicts == ()


def test_the_same_change_in_both_places_is_none(edited):
    now = (replace(ITEMS[0], remark="二"), *ITEMS[1:])
    found = edited.set("DEMO001", TITLES["remark"], "二").review(now)
    assert (found.changes, found.conflicts) == ((), ())


def test_a_later_change_here_stays_where_the_file_says_nothing_new(edited):
    now = (replace(ITEMS[0], remark="三", value=1), *ITEMS[1:])
    assert edited.set("DEMO001", TITLES["description"], "新").review(now).records == (
        replace(now[0], description="新"),
    )


def test_a_new_row_is_a_new_record_with_the_next_code(edited):
    found = edited.add(**{TITLES["description"]: "新需求", TITLES["value"]: "4(理由)"}).review()
    (item,) = found.records
    assert (item.code, item.description, item.value, item.value_reason) == ("DEMO004", "新需求", 4, "理由")
    assert (item.project, item.requirement_type) == ("p1", "business")
    assert item.position > ITEMS[-1].position
    assert found.changes[0].before is None


def test_several_new_rows_get_codes_of_their_own(tmp_path):
    lines = ["需求编号,需求描述", *(f",新 {n}" for n in range(5)), "DEMO020,有号"]
    path = tmp_path / "new.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [item.code for item in reviewed(path).records] == [
        "DEMO021", "DEMO022", "DEMO023", "DEMO024", "DEMO025", "DEMO020",
    ]  # fmt: skip


def test_rows_that_are_missing_are_no_deletions(edited):
    edited.sheet.delete_rows(edited.row("DEMO003"))
    found = edited.review()
    assert (found.changes, found.removed, found.problems) == ((), (), ())


def test_sorted_rows_are_still_the_same_records(edited):
    numbers = [edited.row(f"DEMO00{n}") for n in (1, 2, 3)]
    values = [[cell.value for cell in edited.sheet[number]] for number in numbers]
    for number, row in zip(numbers, reversed(values), strict=True):
        for column, value in enumerate(row, start=1):
            edited.sheet.cell(number, column).value = value
    found = edited.review()
    assert (found.rows, found.changes, found.problems) == (3, (), ())


def test_a_code_used_twice_names_both_cells(edited):
    first, second = edited.row("DEMO001"), edited.row("DEMO002")
    found = edited.set("DEMO002", TITLES["code"], "DEMO001").review()
    assert {where for where, _ in sentences(found)} == {f"B{first}", f"B{second}"}
    assert f"B{first}" in sentences(found)[1][1]


def test_codes_may_be_exchanged(edited):
    one, two = edited.row("DEMO001"), edited.row("DEMO002")
    edited.sheet.cell(one, 2).value, edited.sheet.cell(two, 2).value = "DEMO002", "DEMO001"
    found = edited.review()
    assert found.problems == ()
    assert {item.id: item.code for item in found.records} == {"r1": "DEMO002", "r2": "DEMO001"}


def test_a_copied_row_without_a_code_is_a_new_record(edited):
    source = [cell.value for cell in edited.sheet[edited.row("DEMO001")]]
    number = edited.top + len(ITEMS) + 1
    for column, value in enumerate(source, start=1):
        edited.sheet.cell(number, column).value = value
    edited.sheet.cell(number, 2).value = None
    found = edited.review()
    assert found.problems == ()
    assert [(item.code, item.description) for item in found.records] == [("DEMO004", "需求 1")]


def test_a_missing_code_is_asked_about(edited):
    number = edited.row("DEMO001")
    edited.sheet.cell(number, 2).value = None
    assert "the code is missing" in sentences(edited.review())[0][1]


def test_a_row_deleted_here_does_not_come_back_by_itself(edited):
    assert edited.review(ITEMS[1:]).records == ()
    found = edited.set("DEMO001", TITLES["remark"], "二").review(ITEMS[1:])
    assert found.records == ()
    assert "deleted here" in sentences(found)[0][1]


def test_a_text_cut_on_the_way_out_cannot_be_changed_in_the_file(tmp_path):
    items = (requirement(1, description="x" * 50_000),)
    edited = Edited(exported(tmp_path / "long.xlsx", items))
    found = edited.set("DEMO001", TITLES["description"], "short").review(items)
    assert found.changes == ()
    assert "was cut" in sentences(found)[0][1]


def test_a_workbook_of_another_project_is_compared_by_code(edited):
    other = [replace(item, remark="三") for item in ITEMS]
    sheet = edited.book["_workbench"]
    sheet["C2"] = "another"
    found = edited.set("DEMO001", TITLES["remark"], "二").review(other)
    assert found.conflicts == ()
    assert found.records == (
        replace(other[0], remark="二"),
        *(replace(item, remark="") for item in other[1:]),
    )


def test_lines_are_one_for_each_finding(edited):
    now = (replace(ITEMS[0], remark="三"), *ITEMS[1:])
    edited.set("DEMO001", TITLES["remark"], "二\n行").set("DEMO002", TITLES["value"], "9").set(
        "DEMO003", TITLES["remark"], "新"
    )
    edited.add(**{TITLES["description"]: "新需求"})
    lines = list(edited.review(now).lines(ENGLISH))
    assert len(lines) == 4
    assert lines[0].startswith("problem: ")
    assert "E" in lines[0]
    assert lines[1].startswith("conflict: DEMO001, Remark")
    assert "here “三”, in the file “二 行”" in lines[1]
    assert lines[2] == "changed: DEMO003: Remark: “” → “新”"
    assert lines[3].startswith("new: DEMO004: ")


def test_every_requirement_field_survives_export_import_export(tmp_path):
    first = exported(tmp_path / "first.xlsx")
    edited = (
        Edited(first).set("DEMO003", TITLES["value"], "3(一般)").set("DEMO003", TITLES["remark"], "多\n行")
    )
    found = edited.review()
    now = tuple({item.id: item for item in (*ITEMS, *found.records)}.values())
    second = exported(tmp_path / "second.xlsx", now)
    assert reviewed(second, now).changes == ()
    again = reviewed(edited.path, now)
    assert (again.changes, again.conflicts) == ((), ())
    assert isinstance(now[2], Requirement)
