"""``new``, ``list`` and ``dump``: making a workspace and looking into it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from workbench.commands.sample_dates import brought_forward
from workbench.commands.tools import Options, Tools, find_project, open_scope, opened
from workbench.domain import Account, Choice, Project, Record, kind_of
from workbench.domain.codec import from_json, to_json
from workbench.domain.text import one_line
from workbench.messages import Refusal, _
from workbench.rules import choices
from workbench.storage import SqliteStore, create
from workbench.workspace import Workspace

SAMPLES = Path(__file__).parent / "sample"
MOST_CODE = 40


def new(tools: Tools, options: Options) -> int:
    """Make a workspace, with the worked example if asked; or add a project to one."""
    arguments = options.arguments
    path = arguments.file
    if arguments.project is None or not path.exists():
        create(path)
    with opened(tools, path) as store:
        if arguments.sample:
            add_sample(tools, store, options.who, options.language)
        if arguments.project is not None:
            code, title = arguments.project
            add_project(store, options.who, Project(code=code, title=title, language=options.language))
    return 0


def add_project(store: SqliteStore, who: str, project: Project) -> str:
    """Store a new project with the built-in choices and return its id. Raises Refusal for a bad code."""
    workspace = Workspace(store, who)
    put_project(workspace, store.projects(), (project, *choices.seeds(project.id)))
    workspace.save()
    return project.id


def put_project(workspace: Workspace, known: Iterable[Project], records: Sequence[Record]) -> None:
    """Put a new project and its first records as one step. Raises Refusal for a bad code."""
    project, *rest = records
    assert isinstance(project, Project)
    code = one_line(project.code)
    if not code or len(code) > MOST_CODE or code == "-":
        raise Refusal(
            _("A project needs a code of 1 to {most} characters, such as DEMO").fill(most=MOST_CODE)
        )
    if code.casefold() in {item.code.casefold() for item in known}:
        raise Refusal(_("There is a project {code} already. Choose another code.").fill(code=code))
    position = max((item.position for item in known), default=-1.0) + 1
    made = replace(project, code=code, title=one_line(project.title), position=position)
    workspace.open(project.id)
    workspace.put(made, *rest, label=_("New project {code}").fill(code=code))


def add_sample(tools: Tools, store: SqliteStore, who: str, language: str) -> str:
    """Store the worked example in one language, and return its project's id."""
    workspace = Workspace(store, who)
    workspace.open(None)
    project = put_sample(workspace, store.projects(), sample_records(tools, language))
    workspace.save()
    return project.id


def sample_records(tools: Tools, language: str, today: date | None = None) -> list[Record]:
    """The worked example in one language: as written, or as if it were under way ``today``."""
    items = json.loads((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))["records"]
    if today is not None:
        items = brought_forward(items, today)
    return [from_json(item, tools.kinds) for item in items]


def put_sample(workspace: Workspace, known: Iterable[Project], records: Sequence[Record]) -> Project:
    """Put the worked example into a workspace whose library is open. Raises Refusal if its code is taken."""
    project = next(item for item in records if isinstance(item, Project))
    own = [item for item in records if item.project is not None and not isinstance(item, Project)]
    fresh = [item for item in records if item.project is None and workspace.find(item.id) is None]
    if fresh:
        workspace.put(*fresh, label=_("Worked example"))
    put_project(workspace, known, (project, *choices.seeds(project.id), *own))
    return project


def listed(tools: Tools, options: Options) -> int:
    """Print the projects: code, title, client and counts of records, separated by tabs."""
    with opened(tools, options.arguments.file, read_only=True) as store:
        for project in store.projects():
            workspace = open_scope(store, project.id, options.who)
            account = workspace.find(project.account)
            counts = Counter(kind_of(type(item)) for item in _own(store, project.id))
            texts = (
                project.code,
                project.title,
                account.name if isinstance(account, Account) else "",
                ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items())),
            )
            options.say("\t".join(one_line(text) for text in texts))
    return 0


def _own(store: SqliteStore, scope: str) -> list[Record]:
    return [item for item in store.load(scope).records if not isinstance(item, Choice | Project)]


def dump(tools: Tools, options: Options) -> int:
    """Print every record of the file, or of one project, as one JSON object."""
    with opened(tools, options.arguments.file, read_only=True) as store:
        if options.arguments.project is None:
            scopes: list[str | None] = [None, *(item.id for item in store.projects())]
        else:
            scopes = [find_project(store, options.arguments.project)]
        options.say(dumped(item for scope in scopes for item in store.load(scope).records))
    return 0


def dumped(records: Iterable[Record]) -> str:
    """Records as one JSON text."""
    ordered = sorted(
        records, key=lambda item: (item.project or "", kind_of(type(item)), item.position, item.id)
    )
    return json.dumps({"records": [to_json(item) for item in ordered]}, ensure_ascii=False, indent=1)
