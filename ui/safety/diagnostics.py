"""A report for whoever helps: versions, screens, sizes, counts, errors; no names, no client's words."""

from __future__ import annotations

import platform
import re
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.history.names import KINDS
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.settings import Settings
    from workbench.messages import Translate
    from workbench.storage.checking import Checked

LIBRARIES = (
    "PySide6-Essentials", "SQLAlchemy", "alembic", "matplotlib", "python-docx", "XlsxWriter", "openpyxl",
)  # fmt: skip
NONE, YES, NO = _("none"), _("Yes"), _("No")
OTHERS = {
    "entry": _("Records without a table of their own"),
    "history": _("History"),
    "snapshot": _("Named versions"),
}
Facts = dict[str, object]
"""Names and values."""
PLAIN = ("language", "look", "text_scale", "sidebar_narrow", "export_language", "export_format")
"""The settings that hold no name, no path and nothing typed."""
TAIL = 200
GONE = "[…]"
_KIND = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Za-z_]\w*", re.ASCII)
_FRAME = re.compile(r"[A-Za-z_]\w*\.py:\d+ (<?[A-Za-z_]\w*>?)", re.ASCII)
_PLAIN_VALUE = re.compile(r"[\w.-]{0,12}", re.ASCII)


def report(parts: Mapping[Message, Facts], log: Sequence[str], translate: Translate) -> str:
    """The report as text: headings with names and values, then the end of the log.

    A name or a value that is a message is said in the window's language; all others are technical and stay.
    """
    title = _("Workbench diagnostics, {time} UTC").fill(time=f"{datetime.now(UTC):%Y-%m-%d %H:%M}")
    lines = [translate(title), ""]
    for heading, values in parts.items():
        lines += [translate(heading), *(_line(*each, translate) for each in values.items()), ""]
    return "\n".join(
        [*lines, translate(_("Errors")), *(f"  {line}" for line in log or (translate(NONE),)), ""]
    )


def _line(name: str, value: object, translate: Translate) -> str:
    shown = (YES if value else NO) if isinstance(value, bool) else value
    label, text = (translate(each) if isinstance(each, Message) else each for each in (name, shown))
    return f"  {label}: {text}"


def program_facts() -> Facts:
    """Versions of the program and of what it stands on."""
    found: Facts = {
        _("System"): f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        _("Built as one program"): bool(getattr(sys, "frozen", False)),
    }
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def setting_facts(settings: Settings) -> Facts:
    """The settings that say nothing of anybody; of the others only whether and how much."""
    found: Facts = {}
    for each in fields(settings):
        value = getattr(settings, each.name)
        if each.name in PLAIN and _PLAIN_VALUE.fullmatch(str(value)):
            found[each.name] = value
        elif isinstance(value, tuple):
            found[each.name] = _("{count} entries").fill(count=len(value))
        else:
            found[each.name] = _("set") if value else _("not set")
    return found


def file_facts(path: Path, kinds: Any) -> Generator[float, None, dict[Message, Facts]]:
    """Sizes, counts and what a check finds, of a workspace file; as a job."""
    from workbench.storage.backup import backups  # late: it knows the database
    from workbench.storage.checking import check_job
    from workbench.storage.engine import SQLITE
    from workbench.storage.identity import SCHEMA

    checked: Checked = yield from check_job(path, kinds)
    kept = backups(path)
    size = sum(each.size for each in kept) / 1024
    about: Facts = {
        "SQLite": SQLITE,
        _("Schema"): SCHEMA,
        _("Size"): f"{path.stat().st_size / 1024:.0f} KB",
        _("Backups"): f"{len(kept)}, {size:.0f} KB",
    }
    known = {*checked.counts} & {*kinds, "entry", "history", "snapshot"}
    counts: Facts = {_kind(kind): checked.counts[kind] for kind in sorted(known)}
    return {
        _("File"): about,
        _("Records by kind"): counts,
        _("Check"): _found(checked) or {_("Findings"): NONE},
    }


def _kind(name: str) -> Message:
    return KINDS.get(name) or OTHERS.get(name) or Message(name)


def _found(checked: Checked) -> Facts:
    """How many findings there are of each kind of record."""
    counts = Counter((each.kind, each.severity) for each in checked.findings)
    text = _("damage {damage}, gaps {gaps}")
    return {
        _kind(kind): text.fill(damage=counts[kind, "damage"], gaps=counts[kind, "gap"])
        for kind in sorted({each.kind for each in checked.findings})
    }


def log_tail(log: Path) -> list[str]:
    """The end of the log: kinds of error and places in code; every other line is blotted out."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-TAIL:]
    except OSError:
        return []
    return list(_blotted(lines))


def _blotted(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield line if _KIND.fullmatch(line) or _FRAME.fullmatch(line) else GONE
