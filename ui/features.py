"""The parts of the window, in the order in which their commands stand in the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.trail import Trail

if TYPE_CHECKING:
    from ui.feature import Feature
    from ui.program import Program

FEATURES: tuple[type[Feature], ...] = (Trail,)


def features(program: Program) -> list[Feature]:
    """Every part, at work in one program."""
    return [feature(program) for feature in FEATURES]
