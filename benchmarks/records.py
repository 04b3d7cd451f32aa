"""Records by the thousand, as a project might hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from forms import ALL_KINDS, FORMS
from workbench.commands.listing import SAMPLES
from workbench.domain import Cause, Note, Problem, Project, Record, Requirement, Task
from workbench.domain.codec import from_json
from workbench.messages import Message, translator
from workbench.rules.choices import seeds
from workbench.spec import Context, Form
from workbench.storage import SqliteStore, create
from workbench.workspace import Act, Batch, Change, Entry, Loaded, Step

PROJECT = Project(id="bench", code="DEMO", title="登录失败与续约诊断")
SAMPLE = "sample-demo"
_TEXTS = (
    "新增批量导出功能",
    "修复支付接口卡顿问题",
    "登录高峰期稳定可用",
    "报表自动生成与定时发送",
    "审批由 5 步缩短到 2 步",
)
_REASONS = ("提升客户工作效率", "直接影响客户交易", "", "每日产生客诉", "非紧急，下季度可上线")
_KINDS = ("business", "technical", "experience", "strategic")


def requirements(count: int, project: str = PROJECT.id, *, first: int = 1) -> list[Requirement]:
    """Requirements, nine of ten scored."""
    return [
        Requirement(
            id=f"r{number}",
            project=project,
            position=float(number),
            code=f"DEMO{number:03d}",
            description=f"{_TEXTS[number % 5]}（第 {number} 条）",
            requirement_type=_KINDS[number % 4],
            value=None if number % 10 == 0 else number % 5 + 1,
            value_reason=_REASONS[number % 5],
            urgency=number // 5 % 5 + 1,
            urgency_reason=_REASONS[number // 5 % 5],
            remark="纳入二期迭代计划" if number % 3 else "",
        )
        for number in range(first, first + count)
    ]


def causes(count: int, project: str = PROJECT.id, problem: str = "p") -> list[Cause]:
    """Causes on six bones, each fourth below another."""
    dimensions = ("people", "process", "technology", "environment", "management", "tools")
    return [
        Cause(
            id=f"c{number}",
            project=project,
            position=float(number),
            problem=problem,
            parent=f"c{number - 6}" if number >= 6 and number % 4 == 0 else None,
            dimension=dimensions[number % 6],
            text=f"高峰期连接池耗尽，请求排队（{number}）",
            method_text="查看监控数据",
        )
        for number in range(count)
    ]


def mixture(count: int) -> list[Record]:
    """A project of so many records: requirements, notes, causes and tasks."""
    found: list[Record] = [PROJECT, Problem(id="p", project=PROJECT.id, code="P01", phenomenon="登录失败")]
    found += requirements(count * 4 // 10)
    found += causes(count * 2 // 10)
    found += [
        Note(
            id=f"n{number}",
            project=PROJECT.id,
            position=float(number),
            at=number * 900,
            text=_TEXTS[number % 5],
        )
        for number in range(count * 3 // 10)
    ]
    left = count - len(found)
    found += [
        Task(id=f"t{n}", project=PROJECT.id, position=float(n), text=_TEXTS[n % 5]) for n in range(left)
    ]
    return found


def sample(language: str = "zh_CN") -> list[Record]:
    """The worked example with its lists."""
    data = json.loads((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))
    return [*(from_json(item, ALL_KINDS) for item in data["records"]), *seeds(SAMPLE)]


def context(records: Iterable[Record], language: str = "zh_CN") -> Context:
    """Records as forms see them."""
    by_kind: dict[type[Record], list[Record]] = {}
    for item in records:
        by_kind.setdefault(type(item), []).append(item)
    for items in by_kind.values():
        items.sort(key=lambda item: item.position)
    project = by_kind[Project][0]
    assert isinstance(project, Project)
    return Context(project, translator(language), lambda kind: list(by_kind.get(kind, ())))


def form(key: str) -> Form:
    """The template with that key."""
    return next(each for each in FORMS if each.key == key)


def stored(path: Path, records: Sequence[Record]) -> SqliteStore:
    """A new workspace file with some records."""
    create(path)
    store = SqliteStore(path, ALL_KINDS)
    now = datetime.now(UTC)
    for scope in dict.fromkeys(item.project for item in records):
        changes = tuple(Change(None, replace(item, version=1)) for item in records if item.project == scope)
        step = Step(scope, Message("Fill"), (), "", now)
        store.write(Batch(changes, (Entry(Act.DO, step, "", now),)))
    return store


class MemoryStore:
    """A store that keeps nothing: the disk is measured elsewhere."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = list(records)

    def load(self, scope: str | None) -> Loaded:
        """The records of a scope."""
        return Loaded([item for item in self._records if item.project == scope], (), ())

    def write(self, batch: Batch) -> None:
        """Take it as written."""

    def changed_elsewhere(self) -> bool:
        """Nobody else is there."""
        return False
