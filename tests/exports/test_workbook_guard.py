import struct
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import word, workbook_guard, workbook_import
from tests.exports import samples
from tests.exports.samples import book
from workbench.messages import Refusal, translator
from workbench.spec.incoming import Incoming

ENGLISH = translator("en")


def read(path):
    return samples.result(workbook_import.read(path))


def refused(path):
    with pytest.raises(Refusal) as caught:
        read(path)
    return ENGLISH(caught.value.message)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\0" * 100, "is empty"),
        (OLE + "Workbook".encode("utf-16-le"), "old format (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Office document"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "XML spreadsheet of 2003",
        ),
        ("需求编号,描述\n".encode(), "text file"),
        ("需求编号,描述\n".encode("gb18030"), "text file"),
        ("需求编号\t描述\n".encode("utf-16"), "text file"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\0" + b"\1\2\3\0" * 30, "no Excel workbook"),
        (b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_a_file_that_is_none_is_told_for_what_it_is(tmp_path, content, words):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    told = refused(path)
    assert words in told
    assert "file.xlsx" in told


def archive(path, parts, kind=ZIP_DEFLATED):
    with ZipFile(path, "w", kind) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_a_word_document_named_as_a_workbook_is_told(tmp_path):
    path = samples.save(word, samples.report(samples.Paragraph("x")), tmp_path / "a.docx")
    assert "Word document" in refused(path.rename(tmp_path / "a.xlsx"))


def test_other_archives_are_told(tmp_path):
    assert "without a workbook" in refused(archive(tmp_path / "zip.xlsx", {"a.txt": "x"}))
    assert "OpenDocument" in refused(archive(tmp_path / "ods.xlsx", {"mimetype": "application/vnd.oasis"}))


def test_the_mark_of_an_open_workbook_is_told(tmp_path):
    path = tmp_path / "~$plan.xlsx"
    path.write_bytes(b"\x05name" + b" " * 160)
    assert "while a workbook is open" in refused(path)


def test_a_missing_file_is_told(tmp_path):
    assert "There is no file" in refused(tmp_path / "gone.xlsx")


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "xl\\..\\..\\evil.xml", "C:/evil.xml"])
def test_parts_that_lead_out_of_the_archive_are_refused(tmp_path, name):
    path = book(tmp_path / "path.xlsx", ["a"])
    with ZipFile(path, "a") as package:
        package.writestr(name, "x")
    assert "no office program writes" in refused(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_or_an_entity_is_refused(tmp_path, encoding):
    path = book(tmp_path / "entity.xlsx", ["a"])
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    archive(path, {**parts, "xl/sharedStrings.xml": bomb.encode(encoding)})
    assert "no office program writes" in refused(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = book(tmp_path / "bomb.xlsx", ["a"])
    with ZipFile(path, "a", ZIP_DEFLATED) as package:
        package.writestr("xl/media/zeroes.xml", b"0" * (workbook_guard._SMALL + 1))
    assert "more than a workbook may hold" in refused(path)


def test_a_part_twice_is_refused(tmp_path):
    path = book(tmp_path / "twice.xlsx", ["a"])
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert "no office program writes" in refused(path)


def test_too_many_rows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_import, "MOST_ROWS", 3)
    assert "more than 3 rows" in refused(book(tmp_path / "rows.xlsx", *([n] for n in range(1, 6))))


def _seed():
    buffer = BytesIO()
    found = openpyxl.Workbook()
    found.active.append(["需求编号", "价值评分", date(2026, 3, 31), "=A1"])
    found.active.append(["DEMO001", 4, 4.5, True])
    found.active.merge_cells("A1:A2")
    found.save(buffer)
    return buffer.getvalue()


SEED = _seed()
with ZipFile(BytesIO(SEED)) as _package:
    PARTS = {name: _package.read(name) for name in _package.namelist()}


def outcome(path):
    try:
        return read(path)
    except Refusal as problem:
        return ENGLISH(problem.message)


@given(st.binary(max_size=400))
def test_no_bytes_at_all_break_the_reader(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    for start in (b"", b"PK\x03\x04", OLE):
        path.write_bytes(start + content)
        assert isinstance(outcome(path), str)


@given(
    st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.integers(0, 255)), min_size=1, max_size=6),
    st.booleans(),
)
def test_no_flipped_byte_breaks_the_reader(tmp_path_factory, flips, is_cut):
    content = bytearray(SEED)
    for place, byte in flips:
        content[place] = byte
    path = tmp_path_factory.getbasetemp() / "flipped.xlsx"
    path.write_bytes(bytes(content[: flips[0][0]] if is_cut else content))
    assert isinstance(outcome(path), Incoming | str)


NASTY = [
    b"",
    b"-1",
    b"999999999999",
    b"XFD1048577",
    b"A0",
    b"<",
    b"&#0;",
    b"\xff",
    b"1e400",
    b"nan",
    b"s",
    b"e",
    b"d",
    b"inlineStr",
]


@settings(max_examples=300)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_no_edited_part_breaks_the_reader(tmp_path_factory, name, data):
    content = PARTS[name]
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 12))
    new = content[:start] + data.draw(st.sampled_from(NASTY)) + content[start + length :]
    path = archive(tmp_path_factory.getbasetemp() / "edited.xlsx", {**PARTS, name: new}, ZIP_STORED)
    assert isinstance(outcome(path), Incoming | str)


def test_a_central_directory_that_lies_is_refused(tmp_path):
    path = tmp_path / "liar.xlsx"
    at = SEED.rindex(b"PK\x01\x02")
    path.write_bytes(SEED[: at + 24] + struct.pack("<I", 1 << 31) + SEED[at + 28 :])
    assert isinstance(outcome(path), str)
