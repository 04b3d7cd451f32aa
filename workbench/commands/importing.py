"""``import``: an edited workbook, a table or a package comes in, after a review, as one undo step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.commands.listing import put_project
from workbench.commands.tools import Options, Tools, context_of, find_project, open_scope, opened
from workbench.domain import Project, Record, fields_of, kind_of
from workbench.domain.codec import plain
from workbench.messages import Refusal, Translate, _
from workbench.spec.review import Review, review
from workbench.storage import SqliteStore, backup, packages
from workbench.storage.packages import Package
from workbench.workspace import Workspace

LONGEST = 60
PACKAGE = ".wbproj"


def import_file(tools: Tools, options: Options) -> int:
    """Print what a file would change and, unless it is a dry run, change it. Raises Refusal."""
    arguments = options.arguments
    with opened(tools, arguments.file) as store:
        if arguments.source.suffix.lower() == PACKAGE:
            return _import_package(store, options)
        scope = find_project(store, arguments.project)
        workspace = open_scope(store, scope, options.who)
        found = reviewed(tools, workspace, scope, options)
        for line in found.lines(options.translate):
            options.say(line)
        if arguments.dry_run:
            return 0
        apply(workspace, found, arguments.source, guard=True)
    return 0


def reviewed(tools: Tools, workspace: Workspace, scope: str | None, options: Options) -> Review:
    """What a workbook or table would change in a scope. Raises Refusal when it cannot be read."""
    source: Path = options.arguments.source
    named = {"encoding": options.arguments.encoding} if options.arguments.encoding else {}
    incoming = _finished(reader_of(tools, source)(source, **named))
    return review(incoming, tools.forms, lambda language: context_of(workspace, scope, language))


def reader_of(tools: Tools, source: Path) -> Any:
    """The reader for a file, by its suffix. Raises Refusal for one that nothing here can read."""
    found = tools.readers.get(source.suffix.lower())
    if found is None:
        known = " ".join((*tools.readers, PACKAGE))
        raise Refusal(
            _("“{file}” cannot be imported. Choose a file that ends with one of: {known}").fill(
                file=source.name, known=known
            )
        )
    return found


def _finished(job: Any) -> Any:
    while True:
        try:
            next(job)
        except StopIteration as done:
            return done.value


def apply(workspace: Workspace, found: Review, source: Path, *, guard: bool) -> None:
    """Take a review over as one step, after a backup. Raises Refusal if anything in it is unclear."""
    if found.problems or found.conflicts:
        raise Refusal(
            _(
                "“{file}” was not imported: {problems} problems, {conflicts} conflicts. Mend the cells named."
            ).fill(file=source.name, problems=len(found.problems), conflicts=len(found.conflicts))
        )
    if found.records or found.removed:
        if guard and isinstance(workspace.store, SqliteStore):
            backup.backup(workspace.store.path, reason="import")
        workspace.replace(found.records, found.removed, label=_("Import {file}").fill(file=source.name))
        workspace.save()


def _import_package(store: SqliteStore, options: Options) -> int:
    arguments = options.arguments
    package = packages.read_package(arguments.source, store.kinds)
    known = {item.id: item for item in store.projects()}
    if arguments.copy or package.project.id not in known:
        if arguments.project not in ("-", package.project.id, package.project.code):
            raise Refusal(
                _("The package holds the project {code}. Import it with {code} or -, or with --copy.").fill(
                    code=package.project.code
                )
            )
        return _add(store, options, packages.copied(package) if arguments.copy else package)
    if find_project(store, arguments.project) not in (package.project.id, None):
        raise Refusal(_("The package holds another project: {code}").fill(code=package.project.code))
    return _renew(store, options, package)


def _add(store: SqliteStore, options: Options, package: Package) -> int:
    known = store.projects()
    project = replace(package.project, code=free_code(package.project.code, known))
    options.say(options.translate(_("new: project {code}").fill(code=project.code)))
    if options.arguments.dry_run:
        return 0
    backup.backup(store.path, reason="import")
    workspace = Workspace(store, options.who)
    workspace.open(None)
    add_package(workspace, known, replace(package, project=project), options.arguments.source.name)
    workspace.save()
    return 0


def add_package(workspace: Workspace, known: Iterable[Project], package: Package, name: str) -> None:
    """Put a package's project beside the known ones, with what it needs of the library. Raises Refusal."""
    fresh = [item for item in package.library if workspace.find(item.id) is None]
    if fresh:
        workspace.put(*fresh, label=_("Import {file}").fill(file=name))
    rest = (item for item in package.records if not isinstance(item, Project))
    put_project(workspace, known, (package.project, *rest))


def free_code(code: str, known: Iterable[Project]) -> str:
    """The code, or the code with the first number that nobody has."""
    taken = {item.code.casefold() for item in known}
    names = (code, *(f"{code}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _renew(store: SqliteStore, options: Options, package: Package) -> int:
    workspace = open_scope(store, package.project.id, options.who)
    changed = renewed(workspace, package)
    for item in changed:
        options.say(change_line(workspace.find(item.id), item, options.translate))
    if options.arguments.dry_run or not changed:
        return 0
    backup.backup(store.path, reason="import")
    put_renewed(workspace, changed, options.arguments.source.name)
    workspace.save()
    return 0


def renewed(workspace: Workspace, package: Package) -> list[Record]:
    """What a package has otherwise than the open project and the library."""
    items = (package.project, *package.records, *package.library)
    return [item for item in items if workspace.find(item.id) != item]


def put_renewed(workspace: Workspace, changed: Sequence[Record], name: str) -> None:
    """Take over what a package has otherwise: one step of the project, one of the library."""
    label = _("Import {file}").fill(file=name)
    for scope in {item.project for item in changed}:
        workspace.put(*(item for item in changed if item.project == scope), label=label)


def change_line(before: Record | None, after: Record, translate: Translate) -> str:
    """A line of a review: which record is new or changed, and how."""
    name = getattr(after, "code", "") or getattr(after, "name", "") or f"{kind_of(type(after))} {after.id}"
    fields = "; ".join(_field_changes(before, after)) if before else ""
    message = _("changed: {name}: {fields}") if before else _("new: {name}: {fields}")
    return " ".join(translate(message.fill(name=name, fields=fields)).split())


def _field_changes(before: Record, after: Record) -> Iterator[str]:
    for name in fields_of(type(after)):
        old, new = getattr(before, name), getattr(after, name)
        if old != new and name != "version":
            yield f"{name}: {_short(old)} → {_short(new)}"


def _short(value: Any) -> str:
    text = json.dumps(plain(value), ensure_ascii=False)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
