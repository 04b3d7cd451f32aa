"""What is wrong is said in one sentence, and nothing is touched (reliability.md promise f)."""

import os
import sqlite3
import subprocess
import sys
from hashlib import sha256
from zipfile import ZipFile

import pytest

from tests.program import MAIN, refused, run


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    """A workspace with the worked example."""
    file = tmp_path_factory.mktemp("journey") / "w.workbench"
    assert run("new", file, "--sample", language="zh_CN").returncode == 0
    return file


def wrong_files(folder, whole):
    """Files that are no workspace, by what is wrong with them."""
    newer = bytearray(whole)
    newer[60:64] = (99).to_bytes(4, "big")
    other = folder / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE project (id TEXT)")
    connection.close()
    with ZipFile(folder / "zip", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return {
        "empty": b"",
        "text": "需求,价值\n".encode() * 50,
        "another program's": other.read_bytes(),
        "half": whole[: len(whole) // 2],
        "cut header": whole[:60],
        "newer": bytes(newer),
        "office": (folder / "zip").read_bytes(),
        "zeroes": bytes(len(whole)),
    }


@pytest.mark.parametrize(
    "what", ["empty", "text", "another program's", "half", "cut header", "newer", "office", "zeroes"]
)
def test_a_file_that_is_no_workspace_is_refused_in_one_sentence_and_left_alone(journey, tmp_path, what):
    path = tmp_path / "wrong.workbench"
    path.write_bytes(wrong_files(tmp_path, journey.read_bytes())[what])
    before = sha256(path.read_bytes()).hexdigest()
    names = sorted(item.name for item in tmp_path.iterdir())
    commands = [
        ["list", path],
        ["dump", path],
        ["edit", path, "DEMO"],
        ["export", path, "DEMO", tmp_path / "r.docx"],
        ["import", path, "DEMO", path],
        ["backup", path],
        ["new", path, "--project", "X", "Y"],
    ]
    for words in commands:
        assert refused(run(*words), "wrong.workbench"), words
    assert sha256(path.read_bytes()).hexdigest() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == names


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "nowhere.workbench"],
        ["export", "nowhere.workbench", "DEMO"],
        ["list", "nowhere.workbench", "--colour"],
        ["restore", "nowhere.workbench", "--from", "nothing"],
    ],
)
def test_a_wrong_call_is_one_sentence(words):
    assert refused(run(*words))


def test_no_display_is_said_in_one_sentence(tmp_path):
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    clean = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, MAIN, "--data-dir", tmp_path],
        env=clean,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
