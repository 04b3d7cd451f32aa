"""The fishbone's layout: what it shows, by which forms, in which order."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.fish import FOUR, PHENOMENON, TEXTS, cause, full, labels
from workbench.charts.fishbone import OTHER, bone_of, layout
from workbench.charts.scene import Box, Disc, Label, Line, Polygon
from workbench.domain.problem import CauseState
from workbench.tokens import LIGHT

HYPOTHESIS, VERIFYING, VERIFIED, REFUTED, INCONCLUSIVE = CauseState
ROOT = "前期需求调研未预估用户量增长,资源配置未预留冗余"

DOCUMENT = [
    cause("客户操作错误(如密码输错)", "people", REFUTED),
    cause("密码重置流程复杂", "process", REFUTED),
    cause("服务器并发连接数不足", "technology", VERIFIED),
    cause("root", "technology", VERIFIED, "服务器并发连接数不足", text=ROOT, root_claimed=True),
    cause("客户网络环境不稳定", "environment", REFUTED),
]


def test_a_line_holds_14_chinese_characters():
    scene = layout(
        "", FOUR, [cause("a", "people", text="一" * 14), cause("b", "people", text="一" * 15)], TEXTS
    )
    lines = {one: next(s.lines for s in scene.of(one) if isinstance(s, Label)) for one in "ab"}
    assert lines == {"a": ("一" * 14,), "b": ("一" * 8, "一" * 7)}


def red(scene):
    return [shape for shape in scene.shapes if isinstance(shape, Line) and shape.role == "red"]


def test_the_path_from_the_root_to_the_head_is_red_and_unbroken():
    scene = layout(PHENOMENON, FOUR, DOCUMENT, TEXTS, "P01")
    [arrow] = [s for s in scene.shapes if isinstance(s, Polygon) and not s.record]
    root, direct = (
        next(s for s in scene.of(name) if isinstance(s, Box)) for name in ("root", DOCUMENT[2].id)
    )
    assert (root.role, direct.role, direct.edge, arrow.role) == ("red", "surface", "red", "red")
    spine, bone, stem, down, along = red(scene)
    assert (stem.x1, stem.y1) == (direct.x + direct.width, direct.y + direct.height / 2)
    assert (stem.x2, stem.y2) == (pytest.approx(bone.x1), pytest.approx(bone.y1))
    assert (bone.x2, bone.y2) == (spine.x1, spine.y1)
    assert arrow.points[0][0] <= spine.x2 <= arrow.points[1][0]
    assert (down.y1, along.x1, along.x2) == (direct.y + direct.height, down.x2, root.x)
    assert root.y < along.y1 < root.y + root.height


@pytest.mark.parametrize("state", CauseState)
def test_nothing_is_red_without_a_verified_root(state):
    claims = [cause("a", "people", state, root_claimed=state is not VERIFIED)]
    scene = layout(PHENOMENON, FOUR, claims, TEXTS)
    assert not [shape for shape in scene.shapes if shape.role.startswith("red")]


def form(scene, record):
    """A record's shapes without their colours and places."""
    found = []
    for shape in scene.of(record):
        if isinstance(shape, Disc):
            found.append(("disc", bool(shape.role), shape.radius, shape.dashed))
        elif isinstance(shape, Polygon):
            found.append(("sign", len(shape.points)))
        elif isinstance(shape, Box):
            found.append(("frame", shape.role not in {"", "surface"}, shape.dashed))
        elif isinstance(shape, Label):
            found.append(("text", shape.struck))
    return found


KINDS = {
    **{state.value: (state, False) for state in CauseState},
    "claimed": (HYPOTHESIS, True),
    "root": (VERIFIED, True),
}


@pytest.mark.parametrize("parent", [None, "top"])
def test_states_are_told_apart_without_colour_and_without_words(parent):
    causes = [cause("top", "people")]
    causes += [
        cause(name, "people", state, parent, root_claimed=claimed) for name, (state, claimed) in KINDS.items()
    ]
    scene = layout(PHENOMENON, FOUR, causes, TEXTS)
    forms = {name: form(scene, name) for name in KINDS}
    assert all(forms[a] != forms[b] for a, b in combinations(KINDS, 2)), forms
    struck = {name for name in KINDS for s in scene.of(name) if isinstance(s, Label) and s.struck}
    assert struck == {"refuted"}


def test_the_mark_is_hollow_until_verified_and_dashed_until_somebody_verifies():
    causes = [cause(state.value, "people", state) for state in CauseState]
    scene = layout(PHENOMENON, FOUR, causes, TEXTS)
    marks = {
        one.state: [(bool(s.role), s.dashed) for s in scene.of(one.id) if isinstance(s, Disc)]
        for one in causes
    }
    hollow, dot = (False, False), (True, False)
    assert marks == {
        HYPOTHESIS: [(False, True)],
        VERIFYING: [hollow, dot],
        VERIFIED: [(True, False)],
        REFUTED: [hollow],
        INCONCLUSIVE: [hollow],
    }


def test_states_are_told_in_words():
    causes = [cause(name, "people", state, root_claimed=claim) for name, (state, claim) in KINDS.items()]
    scene = layout(PHENOMENON, FOUR, causes, TEXTS)
    words = {name: [s.lines[0] for s in scene.of(name) if isinstance(s, Label)][1] for name in KINDS}
    assert [*words.values()] == ["待验证", "验证中", "已证实", "已排除", "无定论", "根因?", "根因"]


@pytest.mark.parametrize("count", range(1, 11))
def test_bones_stand_above_and_below_in_turn_at_60_degrees(count):
    dimensions = [(str(number), f"维度{number}") for number in range(count)]
    scene = layout(PHENOMENON, dimensions, [], TEXTS)
    slanted = [s for s in scene.shapes if isinstance(s, Line) and s.width == 1.8]
    assert len(slanted) == count
    sides = [bone.y1 < bone.y2 for bone in slanted]
    assert sides == [number % 2 == 0 for number in range(count)]
    assert all(abs((b.y2 - b.y1) / (b.x2 - b.x1)) == pytest.approx(3**0.5) for b in slanted)
    assert all(bone.x1 < bone.x2 for bone in slanted)
    joints = [bone.x2 for bone in slanted]
    assert joints == sorted(joints)


def test_the_head_is_on_the_right_and_says_code_and_phenomenon():
    scene = layout(PHENOMENON, FOUR, DOCUMENT, TEXTS, "P01")
    code, head = labels(scene)[-2:]
    assert (code.lines, "".join(head.lines)) == (("P01",), PHENOMENON)
    assert head.x > max(shape.x for shape in labels(scene) if shape.record)


def order(scene):
    """The labels of the bones of each side from left to right."""
    found = {s.record: s.x for s in labels(scene) if s.record.startswith("dimension:")}
    names = [*found]
    return [sorted(side, key=found.__getitem__) for side in (names[::2], names[1::2])]


@given(st.integers(0, 3), st.integers(0, 60))
def test_another_cause_leaves_the_order_of_bones_and_causes(where, parent):
    causes = full()[::2]
    before = layout(PHENOMENON, FOUR, causes, TEXTS)
    more = [*causes, cause("new", FOUR[where][0], parent=causes[parent].id if parent < 40 else None)]
    after = layout(PHENOMENON, FOUR, more, TEXTS)
    assert order(after) == order(before)
    names = [shape.record for shape in labels(after) if shape.record != "new"]
    assert names == [shape.record for shape in labels(before)]


def test_another_bone_leaves_the_others_where_they_are():
    before = layout(PHENOMENON, FOUR, DOCUMENT, TEXTS)
    after = layout(PHENOMENON, [*FOUR, ("measure", "测量")], DOCUMENT, TEXTS)
    for one in DOCUMENT:
        assert [*after.of(one.id)] == [*before.of(one.id)]


def test_deeper_causes_hang_below_and_further_in():
    chain = [cause(str(n), "people", parent=str(n - 1) if n else None) for n in range(6)]
    scene = layout(PHENOMENON, FOUR, chain, TEXTS)
    frames = [next(s for s in scene.of(one.id) if isinstance(s, Box)) for one in chain]
    assert all(a.x < b.x and a.y + a.height < b.y for a, b in pairwise(frames))


def test_circles_and_unknown_dimensions_lose_no_cause():
    causes = [cause("a", "people", parent="b"), cause("b", "people", parent="a"), cause("c", "gone")]
    scene = layout(PHENOMENON, FOUR, causes, TEXTS)
    assert all(any(scene.of(one.id)) for one in causes)
    assert [s.lines[0] for s in scene.of(bone_of(OTHER)) if isinstance(s, Label)] == ["其他"]


def test_the_sentence_says_what_is_shown():
    scene = layout(PHENOMENON, FOUR, DOCUMENT, TEXTS)
    counts = "人员因素 1 · 流程因素 1 · 技术因素 2 · 环境因素 1"
    assert scene.sentence == f"{PHENOMENON}:5 个原因({counts})。根因:{ROOT}"
    assert layout("{x}", FOUR, [], TEXTS).sentence.startswith("{x}:0 个原因")
    assert layout(PHENOMENON, FOUR, [], TEXTS).sentence.endswith("根因:尚无根因")


def test_all_colours_are_tokens():
    shapes = layout(PHENOMENON, FOUR, [*DOCUMENT, *full()], TEXTS, "P01").shapes
    roles = {shape.role for shape in shapes} | {getattr(shape, "edge", "") for shape in shapes}
    assert roles - {""} <= LIGHT.keys()
