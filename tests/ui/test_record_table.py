"""The rows of a form as a Qt model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester as Check

from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, requirement, sample, session_with
from ui.arrangement import BY_HAND
from ui.group_row import GroupRow
from ui.record_table import RecordTable
from workbench.domain import Choice, Requirement
from workbench.messages import _
from workbench.spec import Form, Line

LABEL = _("test")
ORDER = [each.name for each in FORM.fields]


@pytest.fixture
def session(qapp):
    return session_with([FORM], sample())


@pytest.fixture
def table(session):
    model = RecordTable(FORM, session)
    model.tester = Check(model, Check.FailureReportingMode.Fatal)
    return model


def codes(table):
    return [item.code[-2:] for item in table.items]


def shown(table, name):
    return [table.texts(row)[ORDER.index(name)] for row in table.rows]


def test_rows_stand_under_their_class_in_the_order_of_importance(table):
    titles = [row.title for row in table.rows if isinstance(row, GroupRow)]
    assert titles == [
        "High value - high urgency",
        "High value - low urgency",
        "Low value - high urgency",
        "Low value - low urgency",
        "Not placed yet",
    ]
    assert codes(table) == [
        "02",
        "03",
        "04",
        "07",
        "01",
        "05",
        "06",
        "11",
        "08",
        "10",
        "09",
        "12",
        "13",
        "14",
    ]


def test_a_group_says_what_is_done_with_it_and_how_many(table):
    assert table.rows[0].meta == "Do first · 3"


def test_a_filter_that_is_taken_away_leaves_each_group_with_its_own_number(table):
    before = [(row.meta, row.count) for row in table.rows if isinstance(row, GroupRow)]
    places = table.group_places
    table.choose("requirement_type", ["business"])
    assert table.group_places != places
    table.choose_all()
    assert table.group_places == places
    assert [(row.meta, row.count) for row in table.rows if isinstance(row, GroupRow)] == before


def test_without_groups_the_order_is_the_one_made_by_hand(table):
    table.group(BY_HAND)
    assert codes(table) == [f"{number:02d}" for number in range(1, 15)]
    assert not any(isinstance(row, GroupRow) for row in table.rows)


def test_sorting_by_a_column_leaves_missing_values_last(table):
    table.group(BY_HAND)
    table.sort_by("value")
    assert [item.value for item in table.items] == [1, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, None]
    table.sort_by("value", descending=True)
    assert [item.value for item in table.items][-2:] == [1, None]


def test_sorting_stays_inside_groups(table):
    table.sort_by("code", descending=True)
    assert codes(table)[:3] == ["04", "03", "02"]


def test_a_filter_looks_at_every_column_and_ignores_case_and_width(table):
    table.filter("ＰＤＦ")
    assert codes(table) == ["10"]
    table.filter("直接影响")
    assert codes(table) == ["02", "06"]
    table.filter("")
    assert len(table.items) == 14


def test_a_changed_score_moves_its_row(table, session):
    item = table.items[-2]
    session.workspace.put(replace(item, value=5, urgency=5), label=LABEL)
    assert codes(table)[:4] == ["02", "03", "13", "04"]


def test_a_row_stays_while_it_is_edited_and_goes_afterwards(table, session):
    table.hold()
    session.workspace.put(replace(table.items[-2], value=5, urgency=5), label=LABEL)
    assert codes(table)[-2] == "13"
    table.release()
    assert codes(table)[2] == "13"


def test_a_change_of_text_tells_only_its_cells(table, session, qtbot):
    row = table.row_of("r8")
    with qtbot.waitSignal(table.dataChanged) as told, qtbot.assertNotEmitted(table.arranged):
        session.workspace.put(replace(table.item_at(row), description="新"), label=LABEL)
    assert (told.args[0].row(), told.args[1].row()) == (row, row)
    assert table.index(row, 1).data() == "新"


def test_new_and_removed_rows_keep_the_model_sound(table, session):
    workspace = session.workspace
    for number in range(15, 40):
        workspace.put(replace(requirement(number), value=number % 5 + 1), label=LABEL)
    workspace.remove(table.items[3:20:2], label=LABEL)
    table.filter("导出")
    workspace.undo(PROJECT.id)
    table.group(BY_HAND)
    table.filter("")
    assert len(table.items) == 39
    assert sorted(table.row_of(item.id) for item in table.items) == list(range(39))


def test_thresholds_of_the_project_regroup_at_once(table, session):
    session.workspace.put(replace(session.project, value_high=5), label=LABEL)
    assert codes(table)[:2] == ["02", "03"]
    assert "04" not in codes(table)[:3]


def test_a_renamed_entry_of_a_list_is_shown_at_once(table, session):
    entry = Choice(project=PROJECT.id, list="requirement_type", key="business", text="业务")
    session.workspace.put(entry, label=LABEL)
    assert "业务" in shown(table, "requirement_type")


def test_another_language_is_spoken_at_once(table, session):
    session.speak("zh_TW")
    assert table.context.translate is not None
    assert table.headerData(0, Qt.Orientation.Horizontal) == session.translate(FORM.fields[0].label)


def test_derived_columns_cannot_be_edited_and_groups_not_be_chosen(table):
    priority = table.index(1, ORDER.index("priority"))
    assert not priority.flags() & Qt.ItemFlag.ItemIsEditable
    assert table.index(1, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert not table.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_tooltip_is_only_text(table):
    tip = table.index(table.row_of("r14"), 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_the_texts_of_a_row_are_made_once(table):
    first = table.texts(table.rows[1])
    table.index(1, 1).data()
    assert table.texts(table.rows[1]) is first


TREE = Form(
    key="tree",
    title=_("Tree"),
    record=Requirement,
    fields=(Line("description", _("Text")), Line("remark", _("Parent"))),
    tree="remark",
    phase=4,
)


def test_children_stand_below_their_parent_and_a_circle_ends(qapp):
    def child(number, parent):
        return replace(requirement(number), remark=parent)

    session = session_with(
        [TREE], [child(1, ""), child(2, "r3"), child(3, "r1"), child(4, "r5"), child(5, "r4")]
    )
    table = RecordTable(TREE, session)
    assert [(row.item.id, row.level) for row in table.rows] == [
        ("r1", 0),
        ("r3", 1),
        ("r2", 2),
        ("r4", 0),
        ("r5", 1),
    ]


def test_ten_thousand_rows_are_sorted_and_filtered(qapp):
    items = [replace(requirement(n), value=n % 5 + 1, urgency=n % 3 + 1) for n in range(10_000)]
    table = RecordTable(FORM, session_with([FORM], items))
    table.sort_by("code", descending=True)
    table.filter("DEMO9999")
    assert codes(table) == ["99"]


def test_scattered_rows_are_selected_as_few_ranges(table):
    table.group("")
    items = [item.id for item in table.items]
    chosen = table.selection_of([items[0], items[1], items[4], "gone"])
    assert [(each.top(), each.bottom()) for each in chosen.toList()] == [(0, 1), (4, 4)]
    assert {each.right() for each in chosen.toList()} == {len(table.fields) - 1}
