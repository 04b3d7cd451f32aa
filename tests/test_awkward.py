"""Any text is only text: saved, exported and read back as it is (reliability.md promise l)."""

import json
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from tests.program import dump, edit, run
from workbench.domain import Requirement, fields_of
from workbench.domain.record import COMMON, types_of
from workbench.domain.text import clean

AWKWARD = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "#N/A",
    "007",
    "1-2",
    "1E10",
    "1234567890123456789",
    "a\x00b\x0bc\x0cd\x1be\ufffef",
    "a\r\nb\u2028c",
    "<b>x</b><img src='file:///etc/passwd'>",
    "<div>" * 2000,
    "R&D [*] $x^2$ $\\foo$ {{ x }} %s {0} {name}",
    "x" * 33_000,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘! 👨‍👩‍👧‍👦 𠀀𪜶 שלום مرحبا",
    "'; DROP TABLE requirement; --",
    "_x000D_ &amp; &#10;",
]
TEXTS = [name for name in fields_of(Requirement) if types_of(Requirement)[name] is str and name not in COMMON]
FREE = [name for name in TEXTS if name not in ("code", "requirement_type")]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    """A project in which every text field of some requirement holds every awkward text."""
    file = tmp_path_factory.mktemp("awkward") / "w.workbench"
    run("new", file, "--project", "X", "=cmd|' /C calc'!A0")
    puts = [{"put": {"kind": "requirement", **dict.fromkeys(FREE, text)}} for text in AWKWARD]
    edit(file, "X", *puts)
    return file


def test_it_is_saved_as_it_is_apart_from_what_no_document_can_hold(awkward):
    stored = [record for record in dump(awkward, "X") if record["kind"] == "requirement"]
    for record, text in zip(stored, AWKWARD, strict=True):
        assert {record[name] for name in FREE} == {clean(text)}


def test_a_lone_surrogate_never_reaches_the_file(awkward):
    line = '{"put": {"kind": "requirement", "description": "a\\ud800b"}}'
    assert run("edit", awkward, "X", lines=[line, '{"undo": 1}']).returncode == 0
    assert json.loads(line)["put"]["description"] != "ab"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_workbook_of_it_holds_no_formula_but_our_own(awkward, tmp_path, language):
    out = tmp_path / "r.xlsx"
    assert run("export", awkward, "X", out, language=language).returncode == 0
    formulas = {
        cell.value
        for sheet in openpyxl.load_workbook(out)
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    }
    assert all(formula.startswith("=IF(COUNT(") for formula in formulas)


def test_a_report_of_it_shows_it_literally(awkward, tmp_path):
    out = tmp_path / "r.docx"
    assert run("export", awkward, "X", out).returncode == 0
    texts = {
        cell.text for table in docx.Document(str(out)).tables for row in table.rows for cell in row.cells
    }
    for text in AWKWARD[:10]:
        assert any(text.strip() in shown for shown in texts), text
    assert "<b>x</b><img src='file:///etc/passwd'>" in texts
    with ZipFile(out) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize("suffix", ["png", "svg", "json", "wbproj"])
def test_every_other_format_takes_it(awkward, tmp_path, suffix):
    done = run("export", awkward, "X", tmp_path / f"r.{suffix}")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unchanged_workbook_of_it_changes_nothing(awkward, tmp_path):
    out = tmp_path / "r.xlsx"
    run("export", awkward, "X", out)
    before = dump(awkward, "X")
    done = run("import", awkward, "X", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert dump(awkward, "X") == before
