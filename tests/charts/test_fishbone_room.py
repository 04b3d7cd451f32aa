"""The fishbone's room: nothing stands on anything else, whatever the causes, and it is laid out in time."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import combinations
from math import hypot
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from tests.charts.fish import FOUR, PHENOMENON, TEXTS, TWENTY, cause, full, labels
from workbench.charts.fishbone import OTHER, bone_of, layout
from workbench.charts.scene import Box, Disc, Line
from workbench.charts.text import width
from workbench.domain.problem import CauseState
from workbench.tokens import TYPE

AWKWARD = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "x",
            TWENTY,
            "W" * 80,
            "一" * 400,
            "two words",
            "👩‍👩‍👧 家",
            "a\nb\tc",
            "é́́",
            "{brace} 100% <b>",
            "，。、！",
        ]
    ),
    st.text(max_size=40),
)


@st.composite
def diagrams(draw):
    keys = [f"d{number}" for number in range(draw(st.integers(0, 10)))]
    dimensions = [(key, draw(AWKWARD)) for key in keys]
    causes, depths = [], {}
    for number in range(draw(st.integers(0, 60))):
        shallow = [one.id for one in causes if depths[one.id] < 4]
        parent = draw(st.sampled_from([None, *shallow]))
        name = f"c{number}"
        depths[name] = depths[parent] + 1 if parent else 0
        where, state = draw(st.sampled_from([*keys, "unknown"])), draw(st.sampled_from(CauseState))
        fields = {"text": draw(AWKWARD), "root_claimed": draw(st.booleans())}
        causes.append(cause(name, where, state, parent, **fields))
    return draw(AWKWARD), dimensions, causes


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.01 and min(a[3], b[3]) - max(a[1], b[1]) > 0.01


def extent(shape):
    """Left, top, right, bottom."""
    if isinstance(shape, Disc):
        x, y, r = shape.x, shape.y, shape.radius
        return x - r, y - r, x + r, y + r
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def crosses(line, box):
    """Whether a stroke enters a box: what the box leaves of it has a length (Liang-Barsky)."""
    left, top, right, bottom = box
    start, end = 0.0, 1.0
    for step, low, high, here in (
        (line.x2 - line.x1, left, right, line.x1),
        (line.y2 - line.y1, top, bottom, line.y1),
    ):
        if abs(step) < 1e-9:
            if not low < here < high:
                return False
            continue
        enter, leave = sorted(((low - here) / step, (high - here) / step))
        start, end = max(start, enter), min(end, leave)
    return (end - start) * hypot(line.x2 - line.x1, line.y2 - line.y1) > 0.5


def assert_clear(scene):
    """No text on a text, mark or stroke; no mark on a stroke or a foreign mark; all within the drawing."""
    texts = [(shape, extent(shape)) for shape in labels(scene)]
    marks = [(shape, extent(shape)) for shape in scene.shapes if isinstance(shape, Disc)]
    frames = [(shape, extent(shape)) for shape in scene.shapes if isinstance(shape, Box)]
    strokes = [shape for shape in scene.shapes if isinstance(shape, Line)]
    for (a, here), (b, there) in combinations(texts, 2):
        assert not overlap(here, there), (a, b)
    for group in (marks, frames):
        for (a, here), (b, there) in combinations(group, 2):
            assert a.record == b.record or not overlap(here, there), (a, b)
    for (text, here), (mark, there) in ((t, m) for t in texts for m in marks):
        assert not overlap(here, there), (text, mark)
    for shape, here in [*texts, *marks, *frames]:
        assert all(not crosses(stroke, here) for stroke in strokes), shape
        assert here[0] >= 0 <= here[1], shape
        assert here[2] <= scene.width, shape
        assert here[3] <= scene.height, shape
    for text, _here in texts:
        assert all(width(line, text.style) <= text.width + 0.01 for line in text.lines), text
        assert len(text.lines) * TYPE[text.style][2] <= text.height + 0.01, text


@given(diagrams())
@settings(max_examples=60)
def test_nothing_overlaps_in_any_diagram(diagram):
    phenomenon, dimensions, causes = diagram
    scene = layout(phenomenon, dimensions, causes, TEXTS, "P01")
    assert_clear(scene)
    shown = {shape.record for shape in scene.shapes} - {""}
    has_other = any(one.dimension == "unknown" and not one.parent for one in causes)
    bones = [key for key, _name in dimensions] + [OTHER] * has_other
    assert shown == {one.id for one in causes} | {bone_of(key) for key in bones}


def test_long_names_of_bones_push_them_apart():
    assert_clear(layout(PHENOMENON, [(str(n), "一" * 14) for n in range(10)], [], TEXTS))


def test_120_causes_of_20_characters_do_not_overlap():
    scene = layout(PHENOMENON, FOUR, full(), TEXTS, "P01")
    assert_clear(scene)
    texts = ["".join(shape.lines) for shape in labels(scene)]
    assert texts.count(TWENTY) == 120


@pytest.mark.parametrize("text", [TWENTY, "Slow log-ins, 8:45–9:15 (peak)"])
def test_every_text_fits_its_box_in_the_installed_typeface(qapp, text):
    causes = [replace(one, text=text, root_claimed=True) for one in full()]
    for label in labels(layout(PHENOMENON, FOUR, causes, TEXTS, "P01")):
        pixels, weight, _height = TYPE[label.style]
        font = QFont("Noto Sans CJK SC")
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight(weight))
        assert all(QFontMetricsF(font).horizontalAdvance(line) <= label.width for line in label.lines), label


@pytest.mark.parametrize(("size", "frames"), [(20, 1), (100, 1), (300, 2)])
def test_adding_a_cause_fits_its_frames(size, frames):
    causes = [
        replace(one, id=f"{n}{one.id}", parent=one.parent and f"{n}{one.parent}")
        for n in range(3)
        for one in full()
    ]
    causes = causes[:size]
    times = []
    for number in range(9):
        more = [*causes, cause(f"new{number}", "people", text=f"{TWENTY}{number}")]
        start = time.perf_counter()
        layout(PHENOMENON, FOUR, more, TEXTS)
        times.append(time.perf_counter() - start)
    assert median(times) < frames * 1 / 60
