"""The live drawings: a drag in the quadrant, a cause more on the fishbone."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from PySide6.QtCore import QEvent, QPointF

from benchmarks.measuring import FRAME, Benchmark, Row, p95, timed
from benchmarks.records import PROJECT, causes, context, form, requirements
from benchmarks.stage import pointer, put_away, session_with, settle, shown
from ui.edits import Edits
from ui.quadrant_panel import texts
from ui.quadrant_view import QuadrantView
from ui.scene_view import SceneView
from ui.theme import fonts
from workbench.charts.scene import Disc
from workbench.domain import Problem
from workbench.rules.choices import seeds

STEPS = 20
ROOM = (640, 500)


def drag(size: int, rounds: int) -> Iterator[Row]:
    """The pointer's way across the quadrant with a requirement in hand, each move painted."""
    session = session_with(requirements(size))
    view = QuadrantView(session.theme.colours, fonts.families("zh_CN"))
    shown(view, ROOM)
    words = texts(Edits(form("requirement_priority"), session), session.context())
    view.show_items(requirements(size), session.project, words)
    settle()
    disc = next(
        shape for shape in view.shown.shapes if isinstance(shape, Disc) and shape.record.startswith("r")
    )
    home = QPointF(view.mapFromScene(QPointF(disc.x, disc.y)))
    times: list[float] = []
    for _round in range(rounds + 1):
        times += _way(view, home)
    frames = times[STEPS:]
    what = "dragging in the quadrant"
    yield Row(f"{what}, median", size, median(frames), FRAME, 1, absolute=True, grows=True)
    yield Row(f"{what}, p95", size, p95(frames), FRAME, 4, absolute=True)
    put_away(view)


def _way(view: QuadrantView, home: QPointF) -> list[float]:
    """The milliseconds of each move; the disc is carried home at the end."""
    target = view.viewport()
    pointer(target, QEvent.Type.MouseButtonPress, home)
    pointer(target, QEvent.Type.MouseMove, home + QPointF(15, 15))
    moves = []
    for step in range(STEPS):
        place = QPointF(60 + step * 26, 60 + step * 19)
        moves.append(pointer(target, QEvent.Type.MouseMove, place))
    pointer(target, QEvent.Type.MouseMove, home)
    pointer(target, QEvent.Type.MouseButtonRelease, home, down=False)
    settle()
    return moves


def fishbone(size: int, rounds: int) -> Iterator[Row]:
    """A cause more, laid out, put into the scene on view and painted; then it is taken away again."""
    session = session_with([])
    view = SceneView(session.theme.colours, fonts.families("zh_CN"))
    shown(view, (1100, 760))
    problem = Problem(id="p", project=PROJECT.id, code="P01", phenomenon="高峰期登录失败")
    items = causes(size + 1)
    known = context([PROJECT, *seeds(PROJECT.id), problem, *items])
    build = form("fishbone_analysis").drawings[0].build

    def show(count: int) -> None:
        view.show_scene(build(items[:count], known, *view.room()))
        settle()

    more = timed(lambda: show(size + 1))
    times = []
    for _round in range(rounds + 1):
        show(size)
        times.append(more())
    frames = 2 if size >= 300 else 1
    what = "adding a cause to a fishbone"
    yield Row(what, size, median(times[1:]), FRAME, frames * FRAME, absolute=True, grows=True)
    put_away(view)


BENCHMARKS = (Benchmark("quadrant", drag, (50, 500)), Benchmark("fishbone", fishbone, (20, 100, 300)))
