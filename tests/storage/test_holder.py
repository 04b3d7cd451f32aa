"""Who has a workspace open is known, and free the moment the holder is gone."""

import os
import signal
import subprocess
import sys

import pytest

from tests.program import MAIN
from tests.storage.files import said
from workbench.files import draft_name
from workbench.messages import Refusal
from workbench.storage import Held, hold

HOLD = """
import sys
from pathlib import Path
from workbench.storage import hold
held = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "w.workbench"


def test_a_second_window_is_told_who_has_the_file(path):
    holder = hold(path)
    with pytest.raises(Held) as refusal:
        hold(path)
    assert refusal.value.process == os.getpid()
    assert "w.workbench" in said(refusal)
    holder.release()
    hold(path).release()
    assert list(path.parent.iterdir()) == []


def test_a_killed_holder_frees_the_file_at_once(path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], cwd=MAIN.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Held) as refusal:
            hold(path)
        assert refusal.value.process == other.pid
        other.send_signal(signal.SIGKILL)
    hold(path).release()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe rubbish", b"[]", b'{"process": "x"}', b'{"process": 7}'])
def test_any_lock_file_left_behind_is_taken_over(path, content):
    path.with_name(".w.workbench.lock").write_bytes(content)
    hold(path).release()


@pytest.mark.parametrize("content", ["", "\x00 rubbish", '{"process": "x"}'])
def test_a_lock_file_that_says_nothing_names_nobody(path, content):
    holder = hold(path)
    path.with_name(".w.workbench.lock").write_text(content)
    with pytest.raises(Held) as refusal:
        hold(path)
    assert refusal.value.process == 0
    assert said(refusal)
    holder.release()


TAKE_TURNS = """
import sys
from pathlib import Path
from workbench.storage import Held, hold
path, inside = Path(sys.argv[1]), Path(sys.argv[1]).with_name("inside")
sys.stdin.readline()
taken = 0
while taken < 200:
    try:
        held = hold(path)
    except Held:
        continue
    inside.mkdir()
    inside.rmdir()
    held.release()
    taken += 1
"""


def test_never_two_have_a_file_however_often_it_is_taken_and_released(path):
    command = [sys.executable, "-c", TAKE_TURNS, path]
    others = [subprocess.Popen(command, cwd=MAIN.parent, stdin=subprocess.PIPE) for _number in range(3)]
    for other in others:
        other.stdin.write(b"go\n")
        other.stdin.flush()
    for other in others:
        other.communicate(timeout=120)
    assert [other.returncode for other in others] == [0, 0, 0]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Refusal) as refusal:
        hold(tmp_path / "none" / "w.workbench")
    assert "cannot be written" in said(refusal)


def test_taking_a_file_sweeps_the_drafts_of_killed_programs(path):
    with subprocess.Popen(["true"]) as gone:
        pass
    stray = path.with_name(draft_name(gone.pid))
    mine = path.with_name(draft_name(os.getpid()))
    stray.touch()
    mine.touch()
    hold(path).release()
    assert (stray.exists(), mine.exists()) == (False, True)
