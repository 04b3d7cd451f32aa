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

if TYPE_CHECKING:
    from ui.settings import Settings
    from workbench.storage.checking import Checked

LIBRARIES = (
    "PySide6-Essentials", "SQLAlchemy", "alembic", "matplotlib", "python-docx", "XlsxWriter", "openpyxl",
)  # fmt: skip
PLAIN = ("language", "look", "text_scale", "sidebar_narrow", "export_language", "export_format")
"""The settings that hold no name, no path and nothing typed."""
TAIL = 200
GONE = "[…]"
_KIND = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Za-z_]\w*", re.ASCII)
_FRAME = re.compile(r"[A-Za-z_]\w*\.py:\d+ (<?[A-Za-z_]\w*>?)", re.ASCII)
_PLAIN_VALUE = re.compile(r"[\w.-]{0,12}", re.ASCII)


def report(parts: Mapping[str, Mapping[str, object]], log: Sequence[str]) -> str:
    """The report as text: headings with names and values, then the end of the log."""
    lines = [f"Workbench diagnostics, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC", ""]
    for title, values in parts.items():
        lines += [title, *(f"  {name}: {value}" for name, value in values.items()), ""]
    return "\n".join([*lines, "Errors", *(f"  {line}" for line in log or ("none",)), ""])


def program_facts() -> dict[str, object]:
    """Versions of the program and of what it stands on."""
    found: dict[str, object] = {
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
    }
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def setting_facts(settings: Settings) -> dict[str, object]:
    """The settings that say nothing of anybody; of the others only whether and how much."""
    found: dict[str, object] = {}
    for each in fields(settings):
        value = getattr(settings, each.name)
        if each.name in PLAIN and _PLAIN_VALUE.fullmatch(str(value)):
            found[each.name] = value
        elif isinstance(value, tuple):
            found[each.name] = f"{len(value)} entries"
        else:
            found[each.name] = "set" if value else "not set"
    return found


def file_facts(path: Path, kinds: Any) -> Generator[float, None, dict[str, dict[str, object]]]:
    """Sizes, counts and what a check finds, of a workspace file; as a job."""
    from workbench.storage.backup import backups  # late: it knows the database
    from workbench.storage.checking import check_job
    from workbench.storage.engine import SQLITE
    from workbench.storage.identity import SCHEMA

    checked: Checked = yield from check_job(path, kinds)
    kept = backups(path)
    about: dict[str, object] = {
        "SQLite": SQLITE,
        "schema": SCHEMA,
        "size": f"{path.stat().st_size / 1024:.0f} KB",
        "backups": f"{len(kept)}, {sum(each.size for each in kept) / 1024:.0f} KB",
    }
    known = {*checked.counts} & {*kinds, "entry", "history", "snapshot"}
    return {
        "File": about,
        "Counts": {kind: checked.counts[kind] for kind in sorted(known)},
        "Check": dict(_kinds_of(checked)) or {"findings": "none"},
    }


def _kinds_of(checked: Checked) -> Counter[str]:
    return Counter(f"{each.severity} in {each.kind}" for each in checked.findings)


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
