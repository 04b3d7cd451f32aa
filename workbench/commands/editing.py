"""``edit``: changes as JSON lines, each durable before its number is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from workbench.commands.tools import Options, Tools, context_of, find_project, open_scope, opened
from workbench.domain import Project, Record, kind_of
from workbench.domain.codec import decoded
from workbench.messages import Message, Refusal, _
from workbench.spec import Context, Form
from workbench.workspace import Conflict, Workspace

MOST_STEPS = 1000
MOST_TRIES = 100
"""How often an edit is tried again when others write at the same moment."""


def edit(tools: Tools, options: Options) -> int:
    """Apply each line of the input and print its number, or why it was refused. Returns the exit status."""
    refused = 0
    with opened(tools, options.arguments.file) as store:
        scope = find_project(store, options.arguments.project)
        editor = Editor(tools, open_scope(store, scope, options.who), scope, options.language)
        for number, line in enumerate(options.lines, start=1):
            try:
                editor.take(line)
            except Refusal as refusal:
                refused += 1
                options.say(options.translate(_("{n} refused: {why}").fill(n=number, why=refusal.message)))
            else:
                options.say(str(number))
    return 2 if refused else 0


class Editor:
    """Takes edits of one scope, line by line."""

    def __init__(self, tools: Tools, workspace: Workspace, scope: str | None, language: str) -> None:
        self._tools = tools
        self._workspace = workspace
        self._scope = scope
        self._language = language
        self._forms: dict[type[Record], Form] = {form.record: form for form in _numbered_last(tools.forms)}
        self._actions: dict[str, Callable[[Any], None]] = {
            "put": self._put,
            "remove": self._remove,
            "undo": self._undo,
            "redo": self._redo,
        }

    def take(self, line: str) -> None:
        """Do what a line says and make it durable. Raises Refusal; then nothing of it is stored."""
        name, what = _parsed(line, self._actions)
        for left in reversed(range(MOST_TRIES)):
            self._workspace.refresh()
            try:
                self._actions[name](what)
                self._workspace.save()
            except Conflict:
                self._workspace.forget_unsaved()
                if not left:
                    raise
            except Refusal:
                self._workspace.forget_unsaved()
                raise
            else:
                return

    def _put(self, what: Any) -> None:
        data = dict(_object(what))
        kind, version = data.pop("kind", None), data.pop("version", None)
        before = self._workspace.find(data.get("id")) if isinstance(data.get("id"), str) else None
        if data.get("project", self._scope) != self._scope:
            raise Refusal(_("A record cannot move to another project; put a new one there"))
        values = (kind, version, data)
        item = self._new(kind, data) if before is None else _changed(before, *values, self._scope)
        if isinstance(item, Project) and item.id != self._scope:
            raise Refusal(_("Projects are added with: new FILE --project CODE TITLE"))
        form = self._forms.get(type(item))
        if form is not None:
            item = form.completed(before, item, self._context())
        self._workspace.put(item, label=_("Change {name}").fill(name=_name(item)))

    def _new(self, kind: Any, data: dict[str, Any]) -> Record:
        if not isinstance(kind, str) or kind not in self._tools.kinds:
            raise Refusal(_("There is no kind of record called {kind}").fill(kind=json.dumps(kind)[:80]))
        cls = self._tools.kinds[kind]
        values = decoded(cls, {name: value for name, value in data.items() if name != "project"})
        if not values.get("id", "x"):
            raise Refusal(_("An id cannot be empty"))
        context = self._context()
        form = self._forms.get(cls)
        if form is not None:
            item: Record = replace(form.new(context, **values), project=self._scope)
            return item
        last = max((each.position for each in self._workspace.all(cls, self._scope)), default=-1.0)
        return cls(**{"position": last + 1, **values, "project": self._scope})

    def _context(self) -> Context:
        return context_of(self._workspace, self._scope, self._language)

    def _remove(self, what: Any) -> None:
        identity = _object(what).get("id")
        found = self._workspace.find(identity) if isinstance(identity, str) else None
        if found is None or found.project != self._scope:
            raise Refusal(_("There is no record with id {id}").fill(id=json.dumps(identity)[:80]))
        if isinstance(found, Project):
            raise Refusal(_("A project is removed in the window, or with purge"))
        self._workspace.remove([found], label=_("Remove {name}").fill(name=_name(found)))

    def _undo(self, what: Any) -> None:
        self._times(what, self._workspace.undo, _("There is nothing to undo"))

    def _redo(self, what: Any) -> None:
        self._times(what, self._workspace.redo, _("There is nothing to redo"))

    def _times(self, what: Any, move: Callable[[str | None], object], nothing: Message) -> None:
        if isinstance(what, bool) or not isinstance(what, int) or not 1 <= what <= MOST_STEPS:
            raise Refusal(_("Say how many steps: a whole number from 1 to 1000"))
        for _step in range(what):
            if move(self._scope) is None:
                raise Refusal(nothing)


def _numbered_last(forms: Sequence[Form]) -> list[Form]:
    """Where two forms show one kind of record, the template of the document comes last and wins."""
    return sorted(forms, key=lambda form: form.number is not None)


def _parsed(line: str, known: dict[str, Any]) -> tuple[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise Refusal(_("This line is no JSON")) from None
    if not isinstance(data, dict) or len(data) != 1 or next(iter(data)) not in known:
        raise Refusal(_("A line holds one of {known}").fill(known=", ".join(known)))
    return next(iter(data.items()))


def _object(what: Any) -> dict[str, Any]:
    if not isinstance(what, dict):
        raise Refusal(_("An object is expected, such as {example}").fill(example='{"id": "…"}'))
    return what


def _changed(before: Record, kind: Any, version: Any, data: dict[str, Any], scope: str | None) -> Record:
    if before.project != scope:
        raise Refusal(_("The record {id} belongs to another project").fill(id=before.id))
    if kind not in (None, kind_of(type(before))):
        raise Refusal(_("The record {id} is a {kind}").fill(id=before.id, kind=kind_of(type(before))))
    if version is not None and version != before.version:
        raise Refusal(
            _("{name} was changed in the meantime: it is at version {version}").fill(
                name=_name(before), version=before.version
            )
        )
    return replace(before, **decoded(type(before), data))


def _name(item: Record) -> str:
    return getattr(item, "code", "") or getattr(item, "name", "") or kind_of(type(item))
