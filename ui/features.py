"""The parts of the window, in the order in which their commands stand in the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.aftercall.feature import AfterCall
from ui.board.feature import Board
from ui.history.feature import History
from ui.interview.feature import Interviews
from ui.overview.feature import Overview
from ui.palette.feature import Palette
from ui.preferences.feature import Preferences
from ui.quadrant_feature import Quadrant
from ui.safety.feature import Safety
from ui.start.feature import Starting
from ui.start.packages import Packages
from ui.table_tools import TableTools
from ui.trail import Trail
from ui.workshop.feature import WorkshopMode

if TYPE_CHECKING:
    from ui.feature import Feature
    from ui.program import Program

FEATURES: tuple[type[Feature], ...] = (
    Trail,
    Palette,
    Overview,
    TableTools,
    Board,
    Starting,
    Packages,
    Preferences,
    History,
    Safety,
    Interviews,
    AfterCall,
    Quadrant,
    WorkshopMode,
)


def features(program: Program) -> list[Feature]:
    """Every part, at work in one program."""
    return [feature(program) for feature in FEATURES]
