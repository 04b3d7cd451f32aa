"""What the commands are given by ``main.py``: forms, writers and readers they must not import themselves."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.charts.scene import Scene
from workbench.domain import Project, Record
from workbench.domain.text import one_line
from workbench.messages import Refusal, Translate, _, translator
from workbench.report import Report
from workbench.spec import Context, Form
from workbench.storage import SqliteStore
from workbench.workspace import Workspace

Job = Generator[int, None, None]
Writer = Callable[[Report, Path], Job]
Painter = Callable[[Scene, Path, str], None]
Reader = Callable[[Path], Any]


@dataclass(frozen=True)
class Tools:
    """Everything above the core that a command may need, by file suffix where it goes by that."""

    forms: Sequence[Form]
    kinds: Mapping[str, type[Record]]
    writers: Mapping[str, Writer]
    painters: Mapping[str, Painter]
    readers: Mapping[str, Reader]


@dataclass(frozen=True)
class Options:
    """How a command was called: who for the history, the language of what it says, where it writes."""

    who: str
    language: str
    arguments: Any
    say: Callable[[str], None]
    lines: Iterator[str] = field(default_factory=lambda: iter(()))

    @property
    def translate(self) -> Translate:
        """From messages to the command's language."""
        return translator(self.language)


@contextmanager
def opened(tools: Tools, path: Path, *, read_only: bool = False) -> Iterator[SqliteStore]:
    """The store of a workspace file, closed at the end; an older file is converted first. Raises Refusal."""
    from workbench.storage import migrations

    if not read_only:
        migrations.migrate(path)
    store = SqliteStore(path, tools.kinds, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


def find_project(store: SqliteStore, name: str) -> str | None:
    """The scope that a code, an id or ``-`` (the library) names. Raises Refusal, listing what there is."""
    if name == "-":
        return None
    projects = store.projects()
    for same in (_by_id, _by_code):
        found = [item for item in projects if same(item, name)]
        if len(found) == 1:
            return found[0].id
    known = ", ".join(one_line(item.code) for item in projects[:20])
    raise Refusal(
        _("“{file}” has no project {project}. It has: {known}.").fill(
            file=store.path.name, project=one_line(name)[:80], known=known or "–"
        )
    )


def _by_id(item: Project, name: str) -> bool:
    return item.id == name


def _by_code(item: Project, name: str) -> bool:
    return item.code.casefold() == name.casefold()


def open_scope(store: SqliteStore, scope: str | None, who: str) -> Workspace:
    """A workspace with the library and one project open."""
    workspace = Workspace(store, who)
    workspace.open(None)
    workspace.open(scope)
    return workspace


def context_of(workspace: Workspace, scope: str | None, language: str) -> Context:
    """A scope as forms see it, in one language."""
    project = workspace.find(scope)
    shown = project if isinstance(project, Project) else Project(id="")
    records = workspace.records(scope)
    return Context(shown, translator(language), records, lambda: workspace.codes(scope))


def user_name() -> str:
    """The system's name for whoever is at the keyboard; empty where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
