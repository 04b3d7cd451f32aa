"""What this program is, where its data are, and whose work is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.sheet import Sheet
from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import _

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

ASSETS = Path(__file__).parents[1] / "assets"
OURS = (
    ("Inter", "OFL-1.1", ASSETS / "fonts" / "OFL.txt"),
    ("Lucide", "ISC", ASSETS / "icons" / "LICENSE.txt"),
)
QT = (
    ("Qt for Python: LGPL 3", ASSETS / "licences" / "LGPL-3.0.txt"),
    ("Qt for Python: GPL 3, to which the LGPL 3 refers", ASSETS / "licences" / "GPL-3.0.txt"),
)
"""Its packages bring no text of their own."""
ROOTS = (
    *("PySide6-Essentials", "SQLAlchemy", "alembic", "python-docx", "openpyxl", "XlsxWriter", "matplotlib"),
    *("holidays", "defusedxml", "charset-normalizer", "lxml", "rapidfuzz", "pypinyin"),
    "opencc-python-reimplemented",
)
"""The libraries that are asked for; what they need themselves is found."""
NAMED = re.compile(r"LICEN[CS]E|COPYING|NOTICE", re.IGNORECASE)
CLASSIFIER = "License :: "
SHORT = 60
"""Longer ones are the licence itself."""
VERSION = "0.3.0"
COLUMNS = (230, 310)
"""Where version and licence stand in the list, in px."""
MOST = 40_000
"""Characters of one licence that are shown."""


def about(window: QWidget, theme: Theme, voice: Voice, folder: Path) -> Sheet:
    """The version, the data folder, every library with its licence, and the licences themselves."""
    sheet = Sheet(window, theme, voice, _("Requirements workbench"))
    sheet.add_words(_("Version {version}").fill(version=version()), "uib", "ink1")
    sheet.add_words(
        _("Everything stays on this computer; nothing is sent anywhere. Data folder: {folder}").fill(
            folder=str(folder)
        )
    )
    sheet.add_words(_("These libraries are part of it; their licences follow the list."), "cap", "ink3")
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    columns = QTextOption()
    columns.setTabArray([theme.px(place) for place in COLUMNS])
    text.document().setDefaultTextOption(columns)
    QTimer.singleShot(0, text, lambda: text.setPlainText(licences()))  # reading them takes a moment
    sheet.sayings.say(text.setAccessibleName, _("Licences"))
    sheet.add_area(text, 640, 320)
    sheet.add_button(_("Close"), sheet.accept, default=True).setFocus()
    sheet.open()
    return sheet


def version() -> str:
    """The version of the installed program, or of this checkout."""
    from importlib import metadata  # late: only this dialog asks

    try:
        return metadata.version("workbench")
    except metadata.PackageNotFoundError:
        return VERSION


def libraries() -> dict[str, tuple[str, str]]:
    """Every library that this program needs, by name: its version and its licence."""
    from importlib import metadata

    found: dict[str, tuple[str, str]] = {}
    waiting = list(ROOTS)
    while waiting:
        name = waiting.pop()
        try:
            known = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        if known.metadata["Name"] not in found:
            found[known.metadata["Name"]] = (known.version, _licence(known.metadata))
            waiting += [
                re.split(r"[^\w.-]", need)[0] for need in known.requires or () if "extra ==" not in need
            ]
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def _licence(known: PackageMetadata) -> str:
    expressed = known.get_all("License-Expression") or []
    named = [each.strip() for each in known.get_all("License") or () if 0 < len(each.strip()) <= SHORT]
    about_it = [each for each in known.get_all("Classifier") or () if each.startswith(CLASSIFIER)]
    classed = [each.split(" :: ")[-1] for each in about_it]
    return " / ".join(expressed or [each for each in classed if each != "OSI Approved"] or named)


@cache
def licences() -> str:
    """The list of everything with its licence, then the texts."""
    known = libraries()
    lines = [f"{name}\t\t{licence}" for name, licence, _path in OURS]
    lines += [f"{name}\t{number}\t{licence}" for name, (number, licence) in known.items()]
    brought = [*((name, path) for name, _licence_, path in OURS), *QT]
    texts = [f"{name}\n\n{path.read_text(encoding='utf-8')}" for name, path in brought]
    for name in known:
        texts += [f"{name}\n\n{text}" for text in _texts(name)]
    rule = "\n\n" + "—" * 24 + "\n\n"
    return rule.join(["\n".join(lines), *texts])


def _texts(name: str) -> Iterator[str]:
    from importlib import metadata

    for file in metadata.files(name) or ():
        path = Path(str(file.locate()))
        if NAMED.search(file.name) and ".dist-info" in str(file) and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")[:MOST]
