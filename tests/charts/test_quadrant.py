"""The quadrant's layout: who stands where, and that nothing stands on anything else."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from workbench.charts.quadrant import (
    SCORES,
    Room,
    Texts,
    cell_box,
    cell_of,
    layout,
    score_at,
    short_code,
    stacks,
)
from workbench.charts.scene import Box, Disc, Label
from workbench.charts.text import width
from workbench.domain import Project, Requirement
from workbench.rules.priority import Priority, priority_of
from workbench.tokens import LIGHT, PRIORITY_TONES, TYPE

ENGLISH = Texts(
    "Value",
    "Urgency",
    {
        Priority.HIGH_HIGH: "High value - high urgency",
        Priority.HIGH_LOW: "High value - low urgency",
        Priority.LOW_HIGH: "Low value - high urgency",
        Priority.LOW_LOW: "Low value - low urgency",
    },
    dict.fromkeys(Priority, "Quick fix, delegate or decline"),
    "≥ {score} high",
    "{total} requirements, {scored} of them scored. {counts}",
)
CHINESE = Texts(
    "价值",
    "紧急度",
    {
        Priority.HIGH_HIGH: "高价值-高紧急度",
        Priority.HIGH_LOW: "高价值-低紧急度",
        Priority.LOW_HIGH: "低价值-高紧急度",
        Priority.LOW_LOW: "低价值-低紧急度",
    },
    {
        Priority.HIGH_HIGH: "优先满足",
        Priority.HIGH_LOW: "规划迭代",
        Priority.LOW_HIGH: "快速处理或委派",
        Priority.LOW_LOW: "",
    },
    "≥ {score} 高",
    "共 {total} 条需求，{scored} 条已评分。{counts}",
)
TITLES = (
    "新增批量导出功能",
    "Webhook 实时同步到内部系统",
    "Fix the stuttering payment interface",
    "x" * 400,
    "$x$",
    "",
)
PROJECT = Project(code="DEMO")


def need(number: int, value: int | None, urgency: int | None, text: str = "需求") -> Requirement:
    return Requirement(
        id=f"r{number}",
        code=f"DEMO{number:03d}",
        description=text,
        value=value,
        urgency=urgency,
        position=number,
    )


@st.composite
def drawings(draw):
    """Requirements, thresholds, texts and a room; scores crowd in a few cells as often as not."""
    known = st.sampled_from(draw(st.sampled_from([(1, 2, 3, 4, 5), (5,), (1, 5), (3, 4), (None, 3)])))
    count = draw(st.sampled_from([0, 1, 2, 5, 13, 40, 100, 200]))
    rows = draw(st.lists(st.tuples(known, known, st.sampled_from(TITLES)), min_size=count, max_size=count))
    items = [need(number, *row) for number, row in enumerate(rows, 1)]
    threshold = st.integers(2, 5)
    project = Project(value_high=draw(threshold), urgency_high=draw(threshold))
    room = Room(draw(st.integers(280, 900)), draw(st.integers(300, 700)), names=draw(st.booleans()))
    return items, project, draw(st.sampled_from([CHINESE, ENGLISH])), room


def box(shape):
    if isinstance(shape, Disc):
        side = 2 * shape.radius
        return Box(shape.x - shape.radius, shape.y - shape.radius, side, side)
    return Box(shape.x, shape.y, shape.width, shape.height)


def overlap(one, two) -> bool:
    if isinstance(one, Disc) and isinstance(two, Disc):
        return (one.x - two.x) ** 2 + (one.y - two.y) ** 2 < (one.radius + two.radius) ** 2 - 0.01
    a, b = box(one), box(two)
    across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    return across > 0.01 and min(a.y + a.height, b.y + b.height) - max(a.y, b.y) > 0.01


def holds(outer, inner) -> bool:
    a, b = box(outer), box(inner)
    right, bottom = b.x + b.width <= a.x + a.width, b.y + b.height <= a.y + a.height
    return a.x <= b.x and a.y <= b.y and right and bottom


def solid(scene):
    """What may not overlap: discs, chips and all texts but those written inside the two."""
    inside = ("on_accent",)
    for shape in scene.shapes:
        is_chip_text = isinstance(shape, Label) and shape.record.startswith("cell:")
        is_chip = isinstance(shape, Box) and shape.record
        is_text = isinstance(shape, Label) and shape.role not in inside and not is_chip_text
        if isinstance(shape, Disc) or is_chip or is_text:
            yield shape


@given(drawings())
def test_nothing_overlaps_whatever_the_scores_thresholds_and_room(drawing):
    scene = layout(*drawing)
    clashes = [(a, b) for a, b in combinations(solid(scene), 2) if overlap(a, b)]
    assert not clashes


@given(drawings())
def test_everything_of_a_requirement_stands_in_the_cell_of_its_scores(drawing):
    items, project, _texts, room = drawing
    scene = layout(*drawing)
    for item in items:
        for shape in scene.of(item.id):
            assert holds(cell_box(item.value, item.urgency, project, room), shape)
    for value in SCORES:
        for urgency in SCORES:
            cell = cell_box(value, urgency, project, room)
            assert all(holds(cell, shape) for shape in scene.of(cell_of(value, urgency)))


@given(drawings())
def test_every_text_fits_its_box_by_the_guess(drawing):
    for shape in layout(*drawing).shapes:
        if isinstance(shape, Label):
            room = shape.height if shape.turned else shape.width
            assert all(width(line, shape.style) <= room + 0.01 for line in shape.lines), shape


@given(drawings())
def test_chips_count_exactly_those_without_a_disc(drawing):
    items, project, _texts, _room = drawing
    scene = layout(*drawing)
    for scores, stack in stacks(items, project).items():
        hidden = sum(1 for item in stack if not any(scene.of(item.id)))
        texts = [s.lines for s in scene.of(cell_of(*scores)) if isinstance(s, Label)]
        assert texts in ([], [(f"+{hidden}",)], [("…",)])
        assert bool(texts) == bool(hidden)


@pytest.mark.parametrize("texts", [CHINESE, ENGLISH])
@pytest.mark.parametrize("size", [(280, 300), (340, 372), (640, 500), (900, 700)])
def test_every_text_fits_its_box_in_the_installed_typeface(qapp, texts, size):
    items = [need(n, n % 5 + 1, n * 7 % 5 + 1, TITLES[n % len(TITLES)]) for n in range(1, 30)]
    for shape in layout(items, PROJECT, texts, Room(*size)).shapes:
        if isinstance(shape, Label):
            pixels, weight, _height = TYPE[shape.style]
            font = QFont("Noto Sans CJK SC")
            font.setPixelSize(pixels)
            font.setWeight(QFont.Weight(weight))
            room = shape.height if shape.turned else shape.width
            assert all(QFontMetricsF(font).horizontalAdvance(line) <= room for line in shape.lines), shape


@given(st.integers(2, 5), st.integers(2, 5), st.integers(280, 900), st.integers(300, 700))
def test_the_halves_are_equal_for_any_threshold(value_high, urgency_high, wide, high):
    project, room = Project(value_high=value_high, urgency_high=urgency_high), Room(wide, high)
    cells = {(v, u): cell_box(v, u, project, room) for v in SCORES for u in SCORES}
    upper = sum(cells[v, 1].height for v in SCORES if v >= value_high)
    lower = sum(cells[v, 1].height for v in SCORES if v < value_high)
    right = sum(cells[1, u].width for u in SCORES if u >= urgency_high)
    left = sum(cells[1, u].width for u in SCORES if u < urgency_high)
    assert upper == lower
    assert left == right
    assert all(cells[v, u].height > 0 < cells[v, u].width for v in SCORES for u in SCORES)


@given(st.integers(2, 5), st.integers(2, 5), st.integers(280, 900), st.integers(300, 700))
def test_the_middle_of_every_cell_gives_its_scores_back(value_high, urgency_high, wide, high):
    project, room = Project(value_high=value_high, urgency_high=urgency_high), Room(wide, high)
    for value in SCORES:
        for urgency in SCORES:
            cell = cell_box(value, urgency, project, room)
            place = cell.x + cell.width / 2, cell.y + cell.height / 2
            assert score_at(*place, project, room) == (value, urgency)


def test_outside_the_cells_there_are_no_scores():
    room = Room(640, 500)
    assert score_at(5, 100, PROJECT, room) is None
    assert score_at(300, 495, PROJECT, room) is None
    assert score_at(-1, -1, PROJECT, room) is None


def test_urgency_grows_to_the_right_and_value_upward():
    room = Room(640, 500)
    assert [cell_box(1, u, PROJECT, room).x for u in SCORES] == sorted(
        cell_box(1, u, PROJECT, room).x for u in SCORES
    )
    assert all(
        cell_box(low, 1, PROJECT, room).y > cell_box(high, 1, PROJECT, room).y
        for low, high in pairwise(SCORES)
    )


def test_the_examples_of_the_source_stand_upper_left_and_upper_right():
    room = Room(640, 500)
    scene = layout([need(1, 4, 3), need(2, 5, 5)], PROJECT, CHINESE, room)
    first, second = (next(s for s in scene.of(name) if isinstance(s, Disc)) for name in ("r1", "r2"))
    middle = cell_box(3, 4, PROJECT, room)
    assert first.x < middle.x
    assert first.y < middle.y
    assert second.x > middle.x
    assert second.y < middle.y
    assert (first.role, second.role) == (PRIORITY_TONES["high_low"], PRIORITY_TONES["high_high"])


@given(drawings())
def test_the_tone_of_a_disc_is_that_of_its_class_and_every_role_is_a_colour(drawing):
    items, project, _texts, _room = drawing
    scene = layout(*drawing)
    tones = {i.id: PRIORITY_TONES.get(priority_of(i.value, i.urgency, project)) for i in items}
    for shape in scene.shapes:
        assert {shape.role, getattr(shape, "edge", "")} <= {*LIGHT, ""}
        if isinstance(shape, Disc):
            assert shape.role == tones[shape.record]


def test_requirements_without_both_scores_are_counted_but_not_placed():
    scene = layout([need(1, None, 5), need(2, 3, None), need(3, 4, 4)], PROJECT, CHINESE, Room(640, 500))
    assert not list(scene.of("r1"))
    assert not list(scene.of("r2"))
    assert scene.sentence.startswith("共 3 条需求，1 条已评分。高价值-高紧急度 1")


def test_the_dividers_name_the_thresholds_and_the_corners_class_policy_and_count():
    project = Project(value_high=2, urgency_high=5)
    scene = layout([need(1, 2, 5)], project, CHINESE, Room(640, 500))
    said = [line.replace("\u00a0", " ") for s in scene.shapes if isinstance(s, Label) for line in s.lines]
    assert {
        "≥ 2 高",
        "≥ 5 高",
        "价值 →",
        "紧急度 →",
        "高价值-高紧急度 1",
        "优先满足",
        "低价值-低紧急度 0",
    } <= set(said)


def test_with_room_the_titles_are_shown_without_it_the_codes_and_then_a_chip():
    few, many = [need(1, 5, 5, "登录稳定")], [need(n, 5, 5, "登录稳定") for n in range(1, 80)]
    texts = [s.lines for s in layout(few, PROJECT, CHINESE, Room(640, 500)).of("r1") if isinstance(s, Label)]
    assert texts == [("01",), ("登录稳定",)]
    texts = [s.lines for s in layout(few, PROJECT, CHINESE, Room(300, 340)).of("r1") if isinstance(s, Label)]
    assert texts == [("01",)]
    assert any(layout(many, PROJECT, CHINESE, Room(640, 500)).of("cell:5,5"))


@pytest.mark.parametrize(
    ("code", "shown"),
    [("DEMO001", "01"), ("DEMO012", "12"), ("DEMO123", "123"), ("DEMO4567", "567"), ("", ""), ("R-甲", "甲")],
)
def test_a_disc_says_the_last_digits_of_the_code(code, shown):
    assert short_code(code, 12.5)[-3:].lstrip("-R") == shown


@pytest.mark.parametrize("size", [(0, 0), (1, 2000), (2000, 1), (60, 60)])
def test_a_room_too_small_for_anything_is_no_error(size):
    scene = layout([need(n, 5, 5) for n in range(30)], PROJECT, ENGLISH, Room(*size))
    assert all(s.width > 0 < s.height for s in scene.shapes if isinstance(s, Box | Label))
