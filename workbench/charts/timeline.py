"""A plan on the calendar (template 4, T93-T95, H3): a row a task, in the stages of the plan.

Nothing can overlap: a row's texts have columns of their own, the word behind a bar has the room to the right
of the last day, and the line of today leaves out the words it would cross.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from workbench.charts.scene import Align, Box, Label, Line, Scene, Shape
from workbench.charts.text import width, wrap
from workbench.charts.timeline_bars import TAIL, Mark, mark
from workbench.charts.timeline_scale import (
    BAND,
    Days,
    Months,
    Scale,
    breaks,
    footer,
    header,
    scale_of,
    shading,
)
from workbench.domain.plan import PlanStage, Task, TaskStatus
from workbench.rules.deadlines import is_overdue

ROW: Final = 36.0
"""The height of a task's row."""
STAGE: Final = 30.0
"""The height of a stage's row."""
_TOP = 2 * BAND + 2
_SMALLEST, _PAD, _INDENT = 560.0, 10.0, 14.0
_TASK_SHARE, _TASK_ROOM = 0.33, (150.0, 420.0)
_OWNER_SHARE, _OWNER_ROOM = 0.15, (60.0, 180.0)
_WORD_ROOM, _MOST_READ = 240.0, 80


_fitted = lru_cache(maxsize=8192)(wrap)
"""Texts seldom change while a plan is worked on, and setting them is most of the work."""


@dataclass(frozen=True)
class Texts:
    """The words of the drawing, translated.

    ``overdue`` has {days}; ``undated`` has {words}, as the deadline was given; ``sentence`` has {total},
    {done}, {overdue} and {undated}.
    """

    stages: Mapping[PlanStage, str]
    statuses: Mapping[TaskStatus, str]
    months: Months
    today: str
    overdue: str
    undated: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A task, or the stage above its tasks; ``number`` counts within the stage."""

    top: float
    stage: PlanStage
    tasks: tuple[Task, ...]
    number: int = 0

    @property
    def height(self) -> float:
        return ROW if self.number else STAGE

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def layout(
    tasks: Sequence[Task],
    days: Days,
    texts: Texts,
    room: float = 960.0,
    numbers: Mapping[str, int] | None = None,
) -> Scene:
    """The drawing of a plan's tasks, ``room`` wide and as high as it must be.

    ``numbers`` are the tasks' own where these are not all of their plan.
    """
    plan = _Plan(tasks, days, texts, max(room, _SMALLEST))
    plan.numbers = numbers or {}
    return Scene(plan.width, plan.height, tuple(plan.shapes()), _sentence(tasks, days, texts))


def _sentence(tasks: Sequence[Task], days: Days, texts: Texts) -> str:
    return texts.sentence.format(
        total=len(tasks),
        done=sum(task.status is TaskStatus.DONE for task in tasks),
        overdue=sum(is_overdue(task, days.today) for task in tasks),
        undated=sum(task.start is None and task.due is None for task in tasks),
    )


def _rows(tasks: Sequence[Task]) -> list[_Row]:
    rows: list[_Row] = []
    top = _TOP
    for stage in PlanStage:
        here = sorted((task for task in tasks if task.stage is stage), key=lambda task: task.position)
        for number, members in enumerate([tuple(here), *((task,) for task in here)] if here else []):
            rows.append(_Row(top, stage, members, number))
            top += rows[-1].height
    return rows


def _elided(text: str, style: str, room: float) -> str:
    return "".join(_fitted(text, style, room, 1))


def _room(
    texts: Sequence[str], style: str, around: float, share: float, limits: tuple[float, float]
) -> float:
    """The width of a column of texts: as wide as the longest, within its share of the drawing."""
    narrowest, widest = limits
    wanted = max((width(text[:_MOST_READ], style) for text in texts), default=0.0) + around
    return max(min(wanted, share, widest), narrowest)


class _Plan:
    """The columns and rows of one drawing."""

    def __init__(self, tasks: Sequence[Task], days: Days, texts: Texts, room: float) -> None:
        self.days, self.texts, self.width = days, texts, room
        self.numbers: Mapping[str, int] = {}
        self.rows = _rows(tasks)
        self.words = {task.id: self._word(task) for task in tasks}
        names = [f"00. {task.text}" for task in tasks]
        self.task_room = _room(names, "ui", _PAD + _INDENT, room * _TASK_SHARE, _TASK_ROOM)
        owners = [task.owner_text for task in tasks]
        self.owner_room = _room(owners, "cap", 2 * _PAD, room * _OWNER_SHARE, _OWNER_ROOM)
        left = self.task_room + self.owner_room + _PAD
        dates = [day for task in tasks for day in (task.start, task.due) if day]
        self.scale = self._scale(scale_of(dates, days.today, left, room - _PAD))
        self.breaks = breaks(self.scale, days)
        self.bottom = self.rows[-1].top + self.rows[-1].height if self.rows else _TOP
        self.names = [*footer(self.scale, self.breaks, days, self.bottom)]
        self.height = self.bottom + (BAND if self.names else 2.0)

    def _scale(self, widest: Scale) -> Scale:
        """The widest scale on which every word behind a bar still has its room."""
        right = widest.right
        for row in (row for row in self.rows if row.number and self._mark(row, widest).shapes):
            word = min(width(self.words[row.tasks[0].id], "cap"), _WORD_ROOM) + 2 * TAIL + _PAD
            share = (self._mark(row, widest).end - widest.left) / (widest.right - widest.left)
            right = min(right, widest.left + (widest.right - word - widest.left) / max(share, 0.1))
        return replace(widest, right=right)

    def _word(self, task: Task) -> str:
        """What is written behind a task's bar, or instead of it."""
        word = self.texts.statuses[task.status]
        if task.status is TaskStatus.DOING:
            word += f" {task.progress}%"
        if is_overdue(task, self.days.today) and task.due:
            return f"{word} · {self.texts.overdue.format(days=(self.days.today - task.due).days)}"
        if task.due is None:
            said = self.texts.undated.format(words=task.deadline_text).strip(" :：")
            return f"{said} · {word}"
        return word

    def shapes(self) -> Iterator[Shape]:
        """Everything, from the ground up."""
        flag = self._flag()
        yield from shading(self.scale, self.breaks, self.days, _TOP, self.bottom - _TOP)
        yield from header(self.scale, self.texts.months, flag)
        yield from self._lines()
        for row in self.rows:
            yield from self._task(row) if row.number else self._stage(row)
        words = [self._word_of(row) for row in self.rows if row.number]
        yield from self._today(flag, words)
        yield from words
        yield from self.names

    def _flag(self) -> tuple[float, float] | None:
        """From where to where the flag of today reaches; None if today is not on the scale."""
        if not self.scale.first <= self.days.today <= self.scale.last:
            return None
        half = width(self.texts.today, "micro") / 2 + 6
        middle = self._now()
        start = min(max(middle - half, self.scale.left), self.width - 2 * half)
        return start, start + 2 * half

    def _now(self) -> float:
        return self.scale.x(self.days.today) + self.scale.unit / 2

    def _lines(self) -> Iterator[Line]:
        for row in self.rows:
            yield Line(0, row.top, self.width, row.top, "line2" if row is self.rows[0] else "line")
        yield Line(0, self.bottom, self.width, self.bottom, "line")

    def _stage(self, row: _Row) -> Iterator[Shape]:
        """The stage's name, and a line from its first day to its last."""
        wide = self.task_room + self.owner_room
        yield Box(0, row.top + 1, wide, STAGE - 1, "sunken")
        name = _elided(self.texts.stages[row.stage], "uib", wide - 2 * _PAD)
        yield Label(_PAD, row.top, wide - 2 * _PAD, STAGE, (name,), "ink1", "uib", Align.LEFT)
        marks = [found for task in row.tasks if (found := mark(task, self.scale, row.middle, None))]
        if marks:
            start, end = min(one.start for one in marks), max(one.end for one in marks)
            yield Line(start, row.middle, end, row.middle, "ink2", 4)

    def _task(self, row: _Row) -> Iterator[Shape]:
        """A task's texts and what stands for it on the scale."""
        task, top = row.tasks[0], row.top
        yield Box(0, top, self.width, ROW, record=task.id)
        is_dropped = task.status is TaskStatus.DROPPED
        room = self.task_room - _PAD - _INDENT
        text = _elided(f"{self.numbers.get(task.id, row.number)}. {task.text}", "ui", room)
        ink = "ink3" if is_dropped else "ink1"
        label = (_PAD + _INDENT, top, room, ROW, (text,), ink, "ui", Align.LEFT)
        yield Label(*label, struck=is_dropped, record=task.id)
        owner = _fitted(task.owner_text, "cap", self.owner_room - _PAD, 2)
        if any(owner):
            spot = (self.task_room + _PAD / 2, top, self.owner_room - _PAD, ROW)
            yield Label(*spot, owner, "ink2", "cap", Align.RIGHT, record=task.id)
        yield from self._mark(row, self.scale).shapes

    def _mark(self, row: _Row, scale: Scale) -> Mark:
        """What stands for a row's task on the scale; nothing, at its left edge, without a date."""
        task = row.tasks[0]
        now = min(scale.x(self.days.today) + scale.unit / 2, scale.right)
        until = now if is_overdue(task, self.days.today) else None
        return mark(task, scale, row.middle, until) or Mark((), scale.left, scale.left)

    def _word_of(self, row: _Row) -> Label:
        task = row.tasks[0]
        is_late = is_overdue(task, self.days.today)
        role = "red_t" if is_late else "amber_t" if task.status is TaskStatus.BLOCKED else "ink2"
        x = self._mark(row, self.scale).end + TAIL
        room = self.width - x - 1
        text = _elided(self.words[task.id], "cap", min(room, _WORD_ROOM) if task.due or task.start else room)
        wide = min(width(text, "cap") + 1, room)
        return Label(x, row.top, wide, ROW, (text,), role, "cap", Align.LEFT, record=task.id)

    def _today(self, flag: tuple[float, float] | None, words: Sequence[Label]) -> Iterator[Shape]:
        """The line of today under its flag, left out where a word stands."""
        if flag is None:
            return
        x, start = self._now(), flag[0]
        hidden = [(w.y, w.y + w.height) for w in words if w.x - 3 <= x <= w.x + w.width + 3]
        edges = [2 * BAND - 2, *(edge for span in hidden for edge in span), self.bottom]
        for top, bottom in [*pairwise(edges)][::2]:
            if bottom > top:
                yield Line(x, top, x, bottom, "red", 1.6)
        box = (start, BAND + 2, flag[1] - start, BAND - 4)
        yield Box(*box, "red", radius=_PAD / 2)
        yield Label(*box, (self.texts.today,), "on_accent", "micro")
