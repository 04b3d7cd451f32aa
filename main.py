"""Start the workbench, or run one of its commands without a window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from workbench.messages import LANGUAGES, Message, Refusal, _, language_of, system_language, translator

if TYPE_CHECKING:
    from workbench.commands import Tools

COMMANDS = {
    "new": "workbench.commands.listing:new",
    "list": "workbench.commands.listing:listed",
    "dump": "workbench.commands.listing:dump",
    "edit": "workbench.commands.editing:edit",
    "export": "workbench.commands.exporting:export",
    "import": "workbench.commands.importing:import_file",
    "check": "workbench.commands.guarding:check",
    "backup": "workbench.commands.guarding:backup",
    "restore": "workbench.commands.guarding:restore",
    "purge": "workbench.commands.guarding:purge",
}


def main(arguments: list[str] | None = None) -> int:
    """Run the command that the arguments name; with none, open the window. Returns the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    language = _language(words)
    try:
        named = _with_command(words)
        options = _parser(language, named[0]).parse_args(named)
        if options.command == "window":
            return _show(options, language)
        return _run(options, language)
    except Refusal as refusal:
        print(translator(language)(refusal.message), file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Refusal(_("{problem}. See: {program} --help").fill(problem=message, program="main.py"))


def _language(words: list[str]) -> str:
    for before, word in zip(["", *words], words, strict=False):
        if before == "--language" or word.startswith("--language="):
            return language_of(word.removeprefix("--language="))
    return system_language()


def _with_command(words: list[str]) -> list[str]:
    """The words with the command in front: ``window`` where none is named."""
    takes_value = {"--data-dir", "--language", "--workspace"}
    skip = False
    for place, word in enumerate(words):
        if skip or word.startswith("-"):
            skip = not skip and word in takes_value
            continue
        if word in COMMANDS:
            return [word, *words[:place], *words[place + 1 :]]
        break
    return words if {"-h", "--help"} & set(words) else ["window", *words]


def _parser(language: str, wanted: str) -> argparse.ArgumentParser:
    """What can be said; to open the window, nothing of the other commands need be known."""
    translate = translator(language)
    parser = _Parser(
        prog="main.py",
        description=translate(_("A workbench for requirements analysis and problem diagnosis.")),
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, text: Message) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=translate(text))
        command.add_argument("--data-dir", type=Path, help=translate(_("the folder that holds all state")))
        command.add_argument("--language", choices=LANGUAGES, type=language_of)
        if name != "window":
            command.add_argument("file", type=Path, metavar="FILE")
        return command

    window = add("window", _("open the window (the default)"))
    window.add_argument("file", type=Path, metavar="FILE", nargs="?")
    window.add_argument("--workspace", type=Path, metavar="FILE")
    if wanted != "window":
        _add_looking(add)
        _add_moving(add)
    return parser


def _add_looking(add: Callable[[str, Message], argparse.ArgumentParser]) -> None:
    new = add("new", _("make a workspace, or add a project to one"))
    new.add_argument("--sample", action="store_true")
    new.add_argument("--project", nargs=2, metavar=("CODE", "TITLE"))
    add("list", _("print the projects"))
    add("dump", _("print records as JSON")).add_argument("project", metavar="PROJECT", nargs="?")
    add("edit", _("apply JSON lines from the input")).add_argument("project", metavar="PROJECT")
    add("check", _("look for damage and for gaps in the method"))


def _add_moving(add: Callable[[str, Message], argparse.ArgumentParser]) -> None:
    export = add("export", _("write a report, workbook, picture or package"))
    export.add_argument("project", metavar="PROJECT")
    export.add_argument("out", type=Path, metavar="OUT")
    export.add_argument("--part")
    export.add_argument("--edition", choices=("internal", "client"), default="internal")
    take = add("import", _("take over an edited workbook, a table or a package"))
    take.add_argument("project", metavar="PROJECT")
    take.add_argument("source", type=Path, metavar="IN")
    take.add_argument("--dry-run", action="store_true")
    take.add_argument("--copy", action="store_true")
    take.add_argument("--encoding")
    add("backup", _("copy a workspace safely")).add_argument("out", type=Path, metavar="OUT", nargs="?")
    add("restore", _("put a backup in a workspace's place")).add_argument(
        "--from", dest="source", type=Path, required=True, metavar="BACKUP"
    )
    purge = add("purge", _("remove a client for good"))
    purge.add_argument("account", metavar="ACCOUNT")
    purge.add_argument("--backups", action="store_true")


def tools() -> Tools:
    """What the commands and the window are given; every writer is imported when it is first used."""
    from forms import ALL_KINDS, FORMS
    from workbench.commands import Tools

    paint = partial(_late, "exports.figures:save")
    return Tools(
        forms=FORMS,
        kinds=ALL_KINDS,
        writers={
            ".docx": partial(_late, "exports.word:write"),
            ".xlsx": partial(_late, "exports.excel:write"),
        },
        painters={".png": paint, ".svg": paint},
        readers={
            ".xlsx": partial(_late, "exports.workbook_import:read"),
            ".csv": partial(_late, "exports.csv_import:read"),
        },
    )


def _late(address: str, *arguments: Any, **named: Any) -> Any:
    module, name = address.split(":")
    return getattr(import_module(module), name)(*arguments, **named)


def _run(options: argparse.Namespace, language: str) -> int:
    from workbench.commands.tools import Options, user_name

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    call = Options(user_name(), language, options, partial(print, flush=True), iter(sys.stdin))
    status: int = _late(COMMANDS[options.command], tools(), call)
    return status


def _has_display() -> bool:
    """Whether Qt would find a screen; on Linux it aborts where there is none."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _show(options: argparse.Namespace, language: str) -> int:
    if not _has_display():
        raise Refusal(
            _("There is no display for a window. Start it on a desktop, or use a command; see --help.")
        )
    gc.disable()  # until all is imported: every module would be looked through again and again
    from ui.app import run

    status: int = run(
        options.file or options.workspace, options.data_dir, language if options.language else None, tools
    )
    return status


if __name__ == "__main__":
    sys.exit(main())
