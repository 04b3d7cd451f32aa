"""What the program says of itself: its version, its data, and the licence of everything in it."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from ui.dialogs.about import ROOTS, VERSION, about, libraries, licences

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_library_that_is_asked_for_is_named(project):
    wanted = {need.split("=")[0].split(">")[0].split("<")[0].strip() for need in project["dependencies"]}
    assert wanted == set(ROOTS)
    assert project["version"] == VERSION


def test_every_library_has_a_version_and_a_licence_and_so_have_those_that_they_need():
    known = libraries()
    assert len(known) > len(ROOTS)
    assert {"numpy", "shiboken6"} <= known.keys()
    assert [name for name, (version, licence) in known.items() if not version or not licence] == []


def test_the_licences_are_there_in_full():
    text = licences()
    for part in (
        "SIL OPEN FONT LICENSE",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "ISC",
    ):
        assert part in text


def test_the_dialog_says_where_the_data_are_and_scrolls(start, qtbot):
    sheet = about(start.window, start.theme, start.voice, start.folder.path)
    box = sheet.findChild(QPlainTextEdit)
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() > 0)
    said = " ".join(each.text() for each in sheet.findChildren(QLabel))
    assert str(start.folder.path) in said
    assert VERSION in said
    sheet.reject()
