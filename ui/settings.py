"""What the user has set, in one small file that people can read; and where the window was."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

FOLDER = "Workbench"
WORKSPACE = "workbench.workbench"
MOST_RECENT = 8
DAMAGED = "settings.damaged.toml"
PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]+")
LONGEST_TEXT = 4096
LONGEST = 300
"""Characters that a name in a list may have."""
THRESHOLDS = range(2, 6)
Lists = Mapping[str, Sequence[tuple[str, str, bool]]]
"""The entries of lists by the list's name, each a key, a text and whether it is hidden."""


@dataclass(frozen=True)
class Settings:
    """The user's choices. Empty texts mean that nothing was chosen.

    ``pinned`` are project ids; ``logo`` is a picture's name in the data folder; ``shortcuts`` are
    "command=keys" that differ from the built-in ones. ``defaults`` are the lists that a new project begins
    with where they differ from the built-in ones, and ``value_high`` and ``urgency_high`` its thresholds.
    """

    language: str = ""
    look: str = "system"
    text_scale: int = 100
    sidebar_narrow: bool = False
    name: str = ""
    export_folder: str = ""
    export_language: str = ""
    export_format: str = ""
    recent: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    organisation: str = ""
    logo: str = ""
    shortcuts: tuple[str, ...] = ()
    reduced_motion: bool = False
    value_high: int = 4
    urgency_high: int = 4
    defaults: Lists = field(default_factory=dict)

    def with_recent(self, path: Path) -> Settings:
        """The same settings with a workspace in front of the recent ones."""
        others = [known for known in self.recent if known != str(path)]
        return replace(self, recent=(str(path), *others)[:MOST_RECENT])


class Folder:
    """The data folder: settings, geometry, places, logs and the default workspace."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._others: dict[str, Any] = {}
        """What a newer version has set and this one does not know: it is written back as it was."""

    @property
    def workspace(self) -> Path:
        """The workspace that opens when none is named."""
        return self.path / WORKSPACE

    @property
    def log(self) -> Path:
        """The log of errors."""
        return self.path / "logs" / "workbench.log"

    def read(self) -> Settings:
        """The settings; what is missing or unreadable is as at the first start."""
        file = self.path / "settings.toml"
        try:
            found = tomllib.loads(
                file.read_text(encoding="utf-8-sig")
            )  # an editor may have put a mark before
        except OSError:
            return Settings()
        except (ValueError, RecursionError):
            with suppress(OSError):
                file.replace(self.path / DAMAGED)  # the next change would write over it
            return Settings()
        plain = [item for item in fields(Settings) if item.name != "defaults"]
        known_names = {item.name for item in fields(Settings)}
        self._others = {
            name: _frozen(value)
            for name, value in found.items()
            if name not in known_names and PLAIN_NAME.fullmatch(name) and _is_plain(_frozen(value))
        }
        known = {item.name: _fitting(item.default, found.get(item.name)) for item in plain}
        for name in ("value_high", "urgency_high"):
            known[name] = known[name] if known[name] in THRESHOLDS else getattr(Settings, name)
        return Settings(**known, defaults=_lists(found.get("defaults")))

    def write(self, settings: Settings) -> None:
        """Keep the settings, or leave the old ones when the folder cannot be written."""
        plain = [item.name for item in fields(Settings) if item.name != "defaults"]
        lines = [f"{name} = {_toml(getattr(settings, name))}\n" for name in plain]
        lines += [f"{name} = {_toml(value)}\n" for name, value in self._others.items()]
        lines.append("\n[defaults]\n")
        for name, entries in settings.defaults.items():
            rows = "".join(f"  {_entry(*entry)},\n" for entry in entries)
            lines.append(f"{_toml(name)} = [\n{rows}]\n")
        self._replace("settings.toml", "".join(lines))

    def places(self) -> dict[str, Any]:
        """Where the user was in each project, by the project's id."""
        import json  # late: not needed before the first paint

        try:
            found = json.loads((self.path / "places.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep_places(self, places: Mapping[str, Any]) -> None:
        """Remember where the user was."""
        import json

        self._replace("places.json", json.dumps(places))

    def geometry(self) -> QByteArray:
        """The window's size and place, empty at the first start."""
        found = self._ini().value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's size and place."""
        self._ini().setValue("geometry", geometry)

    def _ini(self) -> QSettings:
        return QSettings(str(self.path / "window.ini"), QSettings.Format.IniFormat)

    def _replace(self, name: str, text: str) -> None:
        with suppress(OSError):
            self.path.mkdir(parents=True, exist_ok=True)
            draft = self.path / f".{name}.draft"
            draft.write_text(text, encoding="utf-8")
            draft.replace(self.path / name)


def default_folder(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """Where this system keeps a program's data."""
    home = Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / FOLDER
    if platform == "darwin":
        return home / "Library" / "Application Support" / FOLDER
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / FOLDER.lower()


def _fitting(default: Any, found: Any) -> Any:
    if isinstance(default, tuple) and isinstance(found, list):
        return tuple(item for item in found if isinstance(item, str))
    if isinstance(found, str) and len(found) > LONGEST_TEXT:
        return default
    return found if type(found) is type(default) else default


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _is_plain(value: Any) -> bool:
    """Whether a value is one of the kinds that are written here."""
    return all(isinstance(each, str) for each in value) if isinstance(value, tuple) else isinstance(
        value, str | int
    )  # fmt: skip


def _lists(found: Any) -> Lists:
    """The lists of a file; what is no list, or no entry of one, is passed over."""
    if not isinstance(found, dict):
        return {}
    return {name: _entries(rows) for name, rows in found.items() if isinstance(rows, list)}


def _entries(rows: list[Any]) -> tuple[tuple[str, str, bool], ...]:
    known: dict[str, tuple[str, str, bool]] = {}
    for row in rows:
        key, text = (row.get("key"), row.get("text")) if isinstance(row, dict) else (None, None)
        if isinstance(key, str) and 0 < len(key) <= LONGEST:
            said = text[:LONGEST] if isinstance(text, str) else ""
            known[key] = (key, said, row.get("hidden") is True)
    return tuple(known.values())


def _entry(key: str, text: str, hidden: bool) -> str:  # noqa: FBT001 - as it stands in the list
    return f"{{ key = {_toml(key)}, text = {_toml(text)}, hidden = {_toml(hidden)} }}"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    text = "".join(_escaped(character) for character in value)
    return f'"{text}"'


def _escaped(character: str) -> str:
    if character in {'"', "\\"}:
        return "\\" + character
    if "\ud800" <= character <= "\udfff":
        return "?"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
