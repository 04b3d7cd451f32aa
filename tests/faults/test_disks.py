"""Real disks that are full, or can only be read: small ones, mounted for the test alone."""

import shutil
import subprocess
import sys

import pytest

from tests.program import MAIN
from tests.storage.files import make

HEAD = """
import sys
from contextlib import closing
from pathlib import Path
from tests.storage.files import edit, everything, opened
from workbench.messages import Refusal
from workbench.storage import SqliteStore, create, hold
from workbench.storage.backup import backup
from workbench.storage.checking import check
from workbench.storage.packages import write_package

path = Path(sys.argv[1])

def refused(part, work, *arguments):
    try:
        work(*arguments)
    except Refusal as refusal:
        assert part in refusal.message, refusal.message
    else:
        raise AssertionError(work)
"""


@pytest.fixture
def on_disk(tmp_path):
    """Runs code with a workspace on a disk of ``size``, then after mount options have changed."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("Only who may mount disks can test them")
    source, disk = make(tmp_path / "w.workbench"), tmp_path / "disk"
    disk.mkdir()

    def run(size, options, code):
        script = (
            'mount -t tmpfs -o size="$1" tmpfs "$2" && cp "$3" "$2" && mount -o "remount,$4" "$2" && '
            'exec "$5" -c "$6" "$2/w.workbench"'
        )
        words = [size, disk, source, options, sys.executable, HEAD + code]
        done = subprocess.run(
            ["unshare", "-m", "sh", "-c", script, "sh", *map(str, words)],
            cwd=MAIN.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")

    return run


def test_a_read_only_disk_is_opened_for_reading_and_nothing_is_lost(on_disk):
    code = """
before = path.read_bytes()
with closing(SqliteStore(path)) as store:
    assert store.read_only
    workspace = opened(store)
    refused("reading only", edit, workspace, "r1", "new")
    assert workspace.unsaved
    refused("cannot be written to", write_package, store, "p", path.with_name("p.wbproj"))
refused("cannot be made", backup, path)
refused("cannot be written", hold, path)
refused("cannot be written to", create, path.with_name("new.workbench"))
assert list(check(path)) == []
assert path.read_bytes() == before
assert [each.name for each in path.parent.iterdir()] == ["w.workbench"]
"""
    on_disk("4m", "ro", code)


def test_a_full_disk_keeps_what_was_there_and_takes_the_edit_when_there_is_room(on_disk):
    code = """
filler = path.with_name("filler")
try:
    with filler.open("wb") as file:
        while True:
            file.write(bytes(4096))
            file.flush()
except OSError:
    pass
with closing(SqliteStore(path)) as store:
    workspace = opened(store)
    before = everything(path)
    refused("no room", edit, workspace, "r1", "long " * 100_000)
    assert workspace.unsaved
    assert everything(path) == before
    refused("no room", write_package, store, "p", path.with_name("p.wbproj"))
    refused("no room", backup, path)
    filler.unlink()
    workspace.save()
assert everything(path)["r1"].description == "long " * 100_000
assert list(check(path)) == []
"""
    on_disk("3m", "rw", code)
