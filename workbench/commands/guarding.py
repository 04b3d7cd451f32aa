"""``check``, ``backup``, ``restore`` and ``purge``: looking after the file itself."""

from __future__ import annotations

import json

from workbench.commands.tools import Options, Tools, open_scope, opened
from workbench.domain import kind_of
from workbench.messages import Message, _
from workbench.rules.gaps import gaps
from workbench.storage import backup as backups
from workbench.storage import checking
from workbench.storage import purge as purging


def check(tools: Tools, options: Options) -> int:
    """Print one JSON finding a line. Returns 2 for damage, 0 for gaps in the method or nothing."""
    damaged = False
    for finding in checking.check(options.arguments.file, tools.kinds):
        damaged = damaged or finding.severity == "damage"
        about = {"kind": finding.kind, "id": finding.id, "project": finding.project}
        _print(options, finding.severity, about, finding.message)
    if damaged:
        return 2
    with opened(tools, options.arguments.file, read_only=True) as store:
        for project in store.projects():
            for gap in gaps(open_scope(store, project.id, "").records(project.id)):
                about = {"kind": kind_of(type(gap.item)), "id": gap.item.id, "project": gap.item.project}
                _print(options, "gap", about, gap.message)
    return 0


def _print(options: Options, severity: str, about: dict[str, str | None], message: Message) -> None:
    line = {"severity": severity, **about, "message": options.translate(message)}
    options.say(json.dumps(line, ensure_ascii=False))


def backup(tools: Tools, options: Options) -> int:
    """Copy the workspace while it may be in use, check the copy, and print where it is."""
    del tools
    options.say(str(backups.backup(options.arguments.file, options.arguments.out, reason="command")))
    return 0


def restore(tools: Tools, options: Options) -> int:
    """Put a checked copy of a backup in the workspace's place; the present file is backed up first."""
    del tools
    backups.restore(options.arguments.file, options.arguments.source)
    options.say(options.translate(_("Restored from {file}").fill(file=options.arguments.source.name)))
    return 0


def purge(tools: Tools, options: Options) -> int:
    """Remove a client from records, history and, if asked, backups. This cannot be undone."""
    del tools
    arguments = options.arguments
    for line in purging.purge(arguments.file, arguments.account, backups=arguments.backups):
        options.say(options.translate(line))
    return 0
