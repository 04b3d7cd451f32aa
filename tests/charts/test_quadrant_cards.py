"""Cards in the quadrant, and the traces of what has moved: nothing stands on anything else."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.test_quadrant import CHINESE, ENGLISH
from workbench.charts.quadrant import POLICY, Room, cell_box, layout
from workbench.charts.quadrant_traces import with_traces
from workbench.charts.scene import Box, Disc, Label, Line, Polygon
from workbench.domain import Project, Requirement

PROJECT = Project(id="p")
ROOMS = (Room(800, 640, cards=True), Room(1100, 800, cards=True), Room(420, 400, cards=True))


def need(number, value, urgency):
    text = "Webhook 实时同步到内部系统 and some more words than any card has room for" * (number % 3)
    return Requirement(
        id=f"r{number}",
        code=f"DEMO{number:03d}",
        description=text,
        value=value,
        urgency=urgency,
        position=number,
    )


scored = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=60)


def boxes(scene):
    found = []
    for shape in scene.shapes:
        if shape.record.startswith("r") and isinstance(shape, Disc):
            found.append((shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius))
        elif shape.record and isinstance(shape, Box) and shape.edge:
            found.append((shape.x, shape.y, shape.width, shape.height))
    return found


def overlap(one, other):
    ax, ay, aw, ah = one
    bx, by, bw, bh = other
    return ax < bx + bw - 0.01 and bx < ax + aw - 0.01 and ay < by + bh - 0.01 and by < ay + ah - 0.01


@given(
    scored, st.sampled_from(ROOMS), st.sampled_from([ENGLISH, CHINESE]), st.integers(2, 5), st.integers(2, 5)
)
def test_no_card_or_disc_stands_on_another(scores, room, words, value_high, urgency_high):
    project = Project(id="p", value_high=value_high, urgency_high=urgency_high)
    items = [need(n, *pair) for n, pair in enumerate(scores)]
    scene = layout(items, project, words, room)
    assert not any(overlap(one, other) for one, other in combinations(boxes(scene), 2))
    for item in items:
        cell = cell_box(item.value, item.urgency, project, room)
        for shape in scene.of(item.id):
            if isinstance(shape, Box | Label):
                assert cell.x <= shape.x
                assert shape.x + shape.width <= cell.x + cell.width + 0.01


def test_a_card_shows_number_and_text_where_there_is_room():
    [item] = [need(1, 5, 5)]
    scene = layout([item], PROJECT, CHINESE, ROOMS[1])
    labels = [shape for shape in scene.of("r1") if isinstance(shape, Label)]
    assert labels[0].lines == ("01",)
    assert "".join(labels[1].lines).startswith("Webhook")
    assert not any(isinstance(shape, Disc) for shape in scene.of("r1"))


def test_a_full_cell_falls_back_to_discs_and_a_chip():
    scene = layout([need(n, 3, 3) for n in range(1, 41)], PROJECT, CHINESE, ROOMS[2])
    assert any(shape.record == "cell:3,3" for shape in scene.shapes)


def test_what_has_moved_leaves_a_ring_in_its_old_cell_and_an_arrow():
    room, items = ROOMS[1], [need(1, 5, 5), need(2, 2, 2)]
    before = {"r1": (1, 1), "r2": (2, 2), "gone": (3, 3)}
    now = {item.id: (item.value, item.urgency) for item in items}
    scene = with_traces(layout(items, PROJECT, CHINESE, room), before, now, PROJECT, room)
    [ring] = [shape for shape in scene.shapes if isinstance(shape, Disc) and shape.dashed]
    cell = cell_box(1, 1, PROJECT, room)
    assert cell.x < ring.x < cell.x + cell.width
    assert cell.y < ring.y < cell.y + cell.height
    [arrow] = [shape for shape in scene.shapes if isinstance(shape, Polygon)]
    card = next(shape for shape in scene.of("r1") if isinstance(shape, Box))
    tip_x, tip_y = arrow.points[0]
    assert card.x <= tip_x <= card.x + card.width
    assert card.y <= tip_y <= card.y + card.height
    order = list(scene.shapes)
    line = next(shape for shape in order if isinstance(shape, Line) and shape.dashed)
    grounds = [shape for shape in order if isinstance(shape, Box) and shape.role.endswith("_bg")][:4]
    assert max(map(order.index, grounds)) < order.index(line) < order.index(card)


def covered(scene):
    """Where texts and bodies stand, for a ring that should stand beside them."""
    for shape in scene.shapes:
        if isinstance(shape, Disc) and shape.record:
            side = 2 * shape.radius
            yield shape.x - shape.radius, shape.y - shape.radius, side, side
        elif isinstance(shape, Box) and shape.record:
            yield shape.x, shape.y, shape.width, shape.height


@pytest.mark.parametrize("room", [Room(640, 440), Room(800, 640, cards=True)])
def test_a_ring_stands_beside_what_is_in_its_old_cell_and_beside_its_corner_text(room):
    crowd = [replace(need(number, 1, 1), description="a") for number in (3, 6)]
    items = [need(1, 5, 5), *crowd, need(4, 4, 4)]
    before = {"r1": (1, 1), "r4": (5, 5)}
    now = {item.id: (item.value, item.urgency) for item in items}
    scene = with_traces(layout(items, PROJECT, ENGLISH, room), before, now, PROJECT, room)
    rings = [shape for shape in scene.shapes if isinstance(shape, Disc) and shape.dashed]
    assert len(rings) == 2
    for ring in rings:
        place = (ring.x - ring.radius, ring.y - ring.radius, 2 * ring.radius, 2 * ring.radius)
        assert not any(overlap(place, other) for other in covered(scene))
    corners = [
        shape for shape in scene.shapes if shape.record.startswith(POLICY) and isinstance(shape, Label)
    ]
    assert not any(corner.y < ring.y < corner.y + corner.height for ring in rings for corner in corners)


def test_no_line_strikes_a_text_through():
    room = Room(640, 440)
    items = [need(1, 4, 1), need(2, 4, 3), need(3, 4, 5)]
    before = {"r3": (4, 1)}
    now = {item.id: (item.value, item.urgency) for item in items}
    scene = with_traces(layout(items, PROJECT, ENGLISH, room), before, now, PROJECT, room)
    order = list(scene.shapes)
    line = next(shape for shape in order if isinstance(shape, Line) and shape.dashed)
    texts = [
        shape for shape in order if isinstance(shape, Label) and (shape.record and shape.style != "micro")
    ]
    for text in texts:
        if text.record.startswith("divider"):
            continue
        grounds = [
            n
            for n, shape in enumerate(order)
            if isinstance(shape, Box)
            and shape.role.endswith(("_bg", "surface"))
            and shape.x <= text.x + 1
            and shape.y <= text.y + text.height / 2 <= shape.y + shape.height
        ]
        assert order.index(line) < max(grounds) < order.index(text)
