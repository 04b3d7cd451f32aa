"""Whose file this is, read without SQLite and without writing a byte."""

from __future__ import annotations

import struct
from pathlib import Path

from workbench.messages import Message, Refusal, _
from workbench.storage.handles import read_start

APPLICATION_ID = 0x57424E43
"""Marks a SQLite file as a workspace of ours ("WBNC")."""

SCHEMA = 2
"""The schema this program writes; a file with a higher one was made by a newer program."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_ROLLBACK_JOURNAL = b"\x01\x01"
_SMALLEST_PAGE = 512


def identify(path: Path, newest: int = SCHEMA) -> int:
    """The schema number of a workspace file. Raises Refusal for anything but a whole workspace of ours."""
    header = _header(path)
    if not header:
        raise _refused(path, _("the file is empty"))
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise _refused(path, _("it is no workspace but {what}").fill(what=_guess(header)))
    application, schema = struct.unpack(">I", header[68:72])[0], struct.unpack(">I", header[60:64])[0]
    if application != APPLICATION_ID:
        raise _refused(path, _("it is a database of another program"))
    _check_shape(path, header)
    if schema > newest:
        raise newer(path)
    if schema < 1:
        raise damaged(path)
    return int(schema)


def _header(path: Path) -> bytes:
    try:
        return read_start(path, _HEADER)
    except FileNotFoundError:
        raise Refusal(
            _("There is no file “{file}”. Check the name, or make a new workspace.").fill(file=str(path))
        ) from None
    except IsADirectoryError:
        raise _refused(path, _("it is a folder")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or _("it is no file")
        message = _("“{file}” cannot be read ({reason}). Check that you may open it.")
        raise Refusal(message.fill(file=str(path), reason=reason)) from None


def _check_shape(path: Path, header: bytes) -> None:
    size, pages = struct.unpack(">H", header[16:18])[0], struct.unpack(">I", header[28:32])[0]
    size = 65536 if size == 1 else size
    if size < _SMALLEST_PAGE or size & (size - 1) or header[18:20] != _ROLLBACK_JOURNAL:
        raise damaged(path)
    if not has_journal(path) and (not pages or path.stat().st_size < size * pages):
        raise damaged(path)


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take a broken-off change back."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """Whether a change is under way, or was when a program was killed."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


def _guess(header: bytes) -> Message:
    kinds = {
        b"PK\x03\x04": _("an Office file, a package or another zip"),
        b"\xd0\xcf\x11\xe0": _("an old or protected Office file"),
        b"%PDF": _("a PDF"),
        b"\x89PNG": _("a picture"),
    }
    found = next((text for magic, text in kinds.items() if header.startswith(magic)), None)
    if found is not None:
        return found
    return _("something else") if b"\x00" in header else _("a text")


def _refused(path: Path, why: Message) -> Refusal:
    text = _("“{file}” cannot be opened: {why}. Choose a workspace file.")
    return Refusal(text.fill(file=path.name, why=why))


def newer(path: Path) -> Refusal:
    """What to say of a workspace with a higher schema."""
    text = _("“{file}” was made by a newer version of this program. Install that version to open it.")
    return Refusal(text.fill(file=path.name))


class Damaged(Refusal):
    """A workspace of ours that is not whole."""


def damaged(path: Path) -> Damaged:
    """What to say of a workspace that is not whole."""
    text = _("“{file}” is damaged or incomplete. Restore the newest backup, or run the check for details.")
    return Damaged(text.fill(file=path.name))
