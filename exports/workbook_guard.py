"""What a file called a workbook really is, before anything parses it."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from workbench.messages import Message, Refusal, _

MOST_FILE: Final = 100_000_000
"""The largest file that is read, in bytes."""
MOST_UNPACKED: Final = 400_000_000
"""The most that its parts may come to."""
MOST_STRINGS: Final = 120_000_000
"""The largest part of texts; it is held in memory."""
_MOST_PARTS = 5_000
_BOMB = 200
"""A part that shrank more than this, and is not small, is no document."""
_SMALL = 20_000_000
_STRICT = b"http://purl.oclc.org/ooxml/"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_KINDS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF", _("{file} is a PDF document. Choose an Excel workbook (.xlsx) or a CSV file.")),
    (b"{\\rtf", _("{file} is a rich-text document. Choose an Excel workbook (.xlsx) or a CSV file.")),
)
_TEXTS: tuple[tuple[bytes, Message], ...] = (
    (
        b"<html",
        _("{file} is a web page, not a workbook. Open it in Excel and save it as an Excel workbook (.xlsx)."),
    ),
    (
        b"<table",
        _("{file} is a web page, not a workbook. Open it in Excel and save it as an Excel workbook (.xlsx)."),
    ),
    (
        b"urn:schemas-microsoft-com:office:spreadsheet",
        _("{file} is an XML spreadsheet of 2003. Open it in Excel and save it as an Excel workbook (.xlsx)."),
    ),
)
_OLD = _("{file} is a workbook of the old format (.xls). Open it in Excel and save it as a workbook (.xlsx).")
_LOCKED = _("{file} is protected by a password. Open it in Excel, remove the password and save it again.")
_OTHER_OLE = _("{file} is an old Office document, not a workbook. Choose an Excel workbook (.xlsx).")
_CSV = _("{file} is a text file, not a workbook. Rename it to end in .csv and import it again.")
_LOCK_FILE = _("{file} is the mark Excel leaves while a workbook is open. Choose the workbook itself.")
_WORD = _("{file} is a Word document. Choose an Excel workbook (.xlsx) or a CSV file.")
_SLIDES = _("{file} is a presentation. Choose an Excel workbook (.xlsx) or a CSV file.")
_OPEN = _("{file} is an OpenDocument file. Open it and save it as an Excel workbook (.xlsx).")
_BINARY = _("{file} is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).")
_ZIP = _("{file} is an archive without a workbook in it. Choose an Excel workbook (.xlsx).")
_DAMAGED = _(
    "{file} is damaged and cannot be read. Open it in Excel, save it under a new name and try again."
)
_EMPTY = _("{file} is empty. Choose an Excel workbook (.xlsx).")
_UNKNOWN = _("{file} is no Excel workbook. Choose a file saved as Excel workbook (.xlsx).")
_TOO_BIG = _("{file} unpacks to more than a workbook may hold. Split it and import the parts.")
_UNSAFE = _("{file} holds parts that no office program writes, and is not opened. Save it again in Excel.")


def opened(path: Path) -> ZipFile:
    """The workbook's archive, checked. Raises Refusal with a sentence that says what the file really is."""
    content = content_of(path)
    if path.name.startswith("~$"):
        raise refusal(_LOCK_FILE, path)
    if not content.startswith(b"PK"):
        raise refusal(_no_archive(content), path)
    try:
        archive = ZipFile(BytesIO(content))
        _check_parts(archive, path)
        _check_kind(archive, path)
        return _transitional(archive) if _is_strict(archive) else archive
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
        OSError,
        RuntimeError,
    ) as problem:
        raise damaged(path) from problem


def content_of(path: Path) -> bytes:
    """The bytes of a file to import. Raises Refusal."""
    try:
        if path.stat().st_size > MOST_FILE:
            raise refusal(_TOO_BIG, path)
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise refusal(_("There is no file {file}. Choose another one."), path) from problem
    except (OSError, ValueError) as problem:
        raise refusal(
            _("{file} cannot be opened. Close it in other programs and try again."), path
        ) from problem


def refusal(message: Message, path: Path) -> Refusal:
    """A refusal that names the file."""
    return Refusal(message.fill(file=path.name))


def damaged(path: Path) -> Refusal:
    """The refusal of a file that is a workbook, but broken."""
    return refusal(_DAMAGED, path)


def _no_archive(content: bytes) -> Message:
    if not content.strip(b"\0 \r\n\t"):
        return _EMPTY
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(content)
    for start, message in _KINDS:
        if content.startswith(start):
            return message
    beginning = content[:4096].replace(b"\0", b"").lower()
    for mark, message in _TEXTS:
        if mark in beginning:
            return message
    return _CSV if _is_text(content[:4096]) else _UNKNOWN


def _ole(content: bytes) -> Message:
    names = content[: 1 << 20]
    if "EncryptedPackage".encode("utf-16-le") in names:
        return _LOCKED
    old = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    return _OLD if any(name in names for name in old) else _OTHER_OLE


def _is_text(beginning: bytes) -> bool:
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in beginning and sum(byte < 32 and byte not in (9, 10, 13) for byte in beginning) == 0  # noqa: PLR2004


def _check_parts(archive: ZipFile, path: Path) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refusal(_TOO_BIG, path)
    if len({part.filename for part in parts}) != len(parts):
        raise refusal(_UNSAFE, path)
    for part in parts:
        if message := _part_problem(archive, part):
            raise refusal(message, path)


def _part_problem(archive: ZipFile, part: ZipInfo) -> Message | None:
    name = part.filename.replace("\\", "/").lower()
    if name.startswith("/") or ".." in name.split("/") or ":" in name:
        return _UNSAFE
    if part.file_size > max(_SMALL, part.compress_size * _BOMB):
        return _TOO_BIG
    if part.file_size > MOST_STRINGS and "sharedstrings" in name:
        return _TOO_BIG
    if part.flag_bits & 1:
        return _LOCKED
    return _UNSAFE if name.endswith((".xml", ".rels")) and _has_doctype(archive, part.filename) else None


def _has_doctype(archive: ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        beginning = part.read(4096)
    return _DOCTYPE.search(beginning.replace(b"\0", b"")) is not None


def _check_kind(archive: ZipFile, path: Path) -> None:
    names = set(archive.namelist())
    if "[Content_Types].xml" not in names:
        raise refusal(_OPEN if "mimetype" in names else _ZIP, path)
    types = archive.read("[Content_Types].xml").lower()
    for mark, message in (
        (b"wordprocessingml.document.main", _WORD),
        (b"presentationml.presentation.main", _SLIDES),
        (b"sheet.binary", _BINARY),
    ):
        if mark in types:
            raise refusal(message, path)
    if (
        b"sheet.main+xml" not in types
        and b"template.main+xml" not in types
        and b"sheet.macroenabled" not in types
    ):
        raise refusal(_ZIP, path)


def _is_strict(archive: ZipFile) -> bool:
    return any(
        _STRICT in archive.read(part.filename)[:8192]
        for part in archive.infolist()
        if part.filename.lower().endswith("workbook.xml")
    )


def _transitional(archive: ZipFile) -> ZipFile:
    """A copy in the usual dialect: Strict has the same words under other names."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as copy:
        for part in archive.infolist():
            content = archive.read(part.filename)
            if part.filename.lower().endswith((".xml", ".rels")):
                content = content.replace(
                    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
                    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                ).replace(
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                )
            copy.writestr(part.filename, content)
    return ZipFile(buffer)
