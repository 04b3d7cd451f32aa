"""The evidence chain as a drawing: boxes that never overlap, links that never run through one."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample import context
from workbench.charts import chain as charts
from workbench.charts.scene import Align, Box, Curve, Label, Line
from workbench.charts.text import width
from workbench.messages import Message, translator
from workbench.rules.chain import Chain, Column, Edge, Node, State, chain, claims
from workbench.tokens import LIGHT, TYPE

SAY = translator("en")
ROOM = charts.Room(780, 430)


def node(column, number, state=State.PLAIN):
    return Node(f"{column}.{number}", Column(column), Message("words"), Message("more"), state)


def boxes(scene):
    return [shape for shape in scene.shapes if isinstance(shape, Box)]


def apart(one, other):
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def crosses(stroke, box):
    """Whether a stroke runs through the inside of a box; a curve is taken at twenty of its points."""
    if isinstance(stroke, Line):
        points = [(stroke.x1 + (stroke.x2 - stroke.x1) * step / 20, stroke.y1) for step in range(21)]
    else:
        (ax, ay), (bx, by) = stroke.bends
        points = []
        for step in range(21):
            t = step / 20
            u = 1 - t
            cubic = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            across, down = (stroke.x1, ax, bx, stroke.x2), (stroke.y1, ay, by, stroke.y2)
            points.append(
                tuple(sum(c * p for c, p in zip(cubic, way, strict=True)) for way in (across, down))
            )
    return any(
        box.x + 0.5 < x < box.x + box.width - 0.5 and box.y + 0.5 < y < box.y + box.height - 0.5
        for x, y in points
    )


def check(scene):
    drawn = boxes(scene)
    assert all(apart(one, other) for one, other in combinations(drawn, 2))
    for stroke in (shape for shape in scene.shapes if isinstance(shape, Curve | Line)):
        assert not any(crosses(stroke, box) for box in drawn), stroke
    for shape in drawn:
        assert shape.x >= 0
        assert shape.y >= 0
        assert shape.x + shape.width <= scene.width
        assert shape.y + shape.height <= scene.height


@st.composite
def chains(draw):
    counts = [draw(st.integers(0, 7)) for _column in Column]
    nodes = [
        node(column, number, draw(st.sampled_from([State.PLAIN, State.SURE, State.GAP])))
        for column, count in enumerate(counts)
        for number in range(count)
    ]
    pairs = [(a, b) for a in nodes for b in nodes if a.column < b.column]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=24, unique=True)) if pairs else []
    edges = tuple(Edge(a.id, b.id, a.is_gap or b.is_gap) for a, b in chosen)
    return Chain(tuple(nodes), edges)


@given(chains(), st.integers(400, 1200), st.booleans())
@settings(max_examples=80, deadline=None)
def test_nothing_overlaps_and_no_link_runs_through_a_box(found, wide, everything):
    opened = frozenset(Column) if everything else frozenset()
    check(charts.layout(found, SAY, charts.Room(wide, 430, opened)))


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_the_worked_example_is_drawn_whole_and_by_problem(language):
    shown = context(language)
    for problem in ("", *(item.id for item in claims(shown.records))):
        scene = charts.layout(chain(shown.records, problem), shown.translate, ROOM)
        check(scene)
        assert scene.sentence
        assert "{" not in scene.sentence


def test_every_text_stands_within_its_box():
    shown = context("en")
    scene = charts.layout(chain(shown.records), shown.translate, ROOM)
    for label in (shape for shape in scene.shapes if isinstance(shape, Label)):
        assert label.align in {Align.LEFT, Align.CENTRE}
        assert all(width(line, label.style) <= label.width + 0.01 for line in label.lines)
        assert len(label.lines) * TYPE[label.style][2] <= label.height


def test_a_column_shows_four_boxes_and_counts_the_rest():
    found = Chain(tuple(node(0, number) for number in range(9)), ())
    scene = charts.layout(found, SAY, ROOM)
    assert [box.record for box in boxes(scene)] == [
        "0.0",
        "0.1",
        "0.2",
        "0.3",
        charts.more_of(Column.EVIDENCE),
    ]
    assert any(label.lines == ("+5",) for label in scene.shapes if isinstance(label, Label))
    opened = charts.layout(found, SAY, charts.Room(780, 430, frozenset({Column.EVIDENCE})))
    assert len(boxes(opened)) == 9


def test_links_of_hidden_boxes_go_to_what_stands_for_them():
    nodes = [*(node(0, number) for number in range(6)), node(1, 0)]
    edges = tuple(Edge(f"0.{number}", "1.0") for number in range(6))
    scene = charts.layout(Chain(tuple(nodes), edges), SAY, ROOM)
    assert len([shape for shape in scene.shapes if isinstance(shape, Curve)]) == 5


def test_a_link_over_several_columns_runs_from_box_to_box_without_a_break():
    nodes = tuple(node(column, number) for column in range(5) for number in range(3))
    scene = charts.layout(Chain(nodes, (Edge("0.1", "4.1"),)), SAY, ROOM)
    check(scene)
    ends = {box.record: (box.x, box.x + box.width, box.y + box.height / 2) for box in boxes(scene)}
    strokes = [shape for shape in scene.shapes if isinstance(shape, Curve | Line)]
    strokes.sort(key=lambda stroke: stroke.x1)
    assert (strokes[0].x1, strokes[0].y1) == pytest.approx(ends["0.1"][1:])
    assert (strokes[-1].x2, strokes[-1].y2) == pytest.approx((ends["4.1"][0], ends["4.1"][2]))
    for one, following in pairwise(strokes):
        assert (one.x2, one.y2) == pytest.approx((following.x1, following.y1))


def test_a_gap_is_dashed_and_amber_and_an_unbroken_way_is_in_the_accent():
    nodes = (node(0, 0), node(1, 0), node(2, 0), node(3, 0), node(4, 0, State.GAP))
    edges = tuple(Edge(a.id, b.id, b.is_gap) for a, b in pairwise(nodes))
    scene = charts.layout(Chain(nodes, edges), SAY, ROOM)
    drawn = {box.record: (box.edge, box.dashed) for box in boxes(scene)}
    assert drawn["4.0"] == ("amber", True)
    assert drawn["0.0"] == drawn["3.0"] == ("accent", False)
    links = [(link.role, link.dashed) for link in scene.shapes if isinstance(link, Curve)]
    assert sorted(links) == [("accent", False)] * 3 + [("amber", True)]


def test_every_colour_is_one_of_the_tokens():
    shown = context("en")
    for shape in charts.layout(chain(shown.records), shown.translate, ROOM).shapes:
        assert {shape.role, getattr(shape, "edge", "")} <= {*LIGHT, ""}


def test_the_same_chain_in_words_names_every_box_and_what_it_leads_to():
    shown = context("en")
    found = chain(shown.records, "sample-problem-01")
    rows = charts.table(found, shown.translate)
    assert len(rows) == len(found.nodes)
    assert rows[0][0] == "Evidence"
    [problem] = [row for row in rows if row[0] == "Requirement / problem"]
    assert problem[2] == "P01 · DEMO003"
    assert "No standard for assessing server capacity" in problem[3]
