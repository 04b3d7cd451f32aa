"""What the quadrant shows of requirements that the client has not confirmed."""

from dataclasses import replace

import pytest

from tests.charts.test_quadrant import ENGLISH, PROJECT, need
from workbench.charts.quadrant import Room, layout
from workbench.charts.scene import Box, Disc, Label


@pytest.mark.parametrize("cards", [False, True])
def test_what_the_client_has_not_confirmed_is_dashed_and_explained(cards):
    words = replace(ENGLISH, doubt="Not confirmed", doubtful=frozenset({"r1", "r3"}))
    items = [need(1, 4, 4, "a"), need(2, 4, 3, "b"), need(3, None, 3, "c")]
    scene = layout(items, PROJECT, words, Room(800, 600, cards=cards))
    dashed = {s.record: s.dashed for s in scene.shapes if isinstance(s, Disc | Box) and s.record and s.edge}
    assert dashed == {"r1": True, "r2": False}
    legend = next(s for s in scene.shapes if isinstance(s, Label) and s.lines == ("Not confirmed 1",))
    assert not any(
        legend is not other and legend.x < other.x + other.width and other.x < legend.x + legend.width
        for other in scene.shapes
        if isinstance(other, Label) and other.y == legend.y
    )
    assert scene.sentence.endswith(" Not confirmed 1")
    assert not any(
        s.dashed for s in layout(items, PROJECT, ENGLISH, Room(800, 600)).shapes if isinstance(s, Disc)
    )
