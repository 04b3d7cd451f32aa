import errno
import os

import pytest

from workbench import files
from workbench.files import patiently, replacing
from workbench.messages import Refusal, translator

ENGLISH = translator("en")


def sentence(caught):
    return ENGLISH(caught.value.message)


def break_off(target, failure):
    with replacing(target) as draft:
        draft.write_bytes(b"half")
        raise failure


def test_a_file_appears_with_what_was_written(tmp_path):
    target = tmp_path / "报告.docx"
    with replacing(target) as draft:
        draft.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    with replacing(target) as draft:
        draft.write_bytes(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path, failure):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    with pytest.raises(failure):
        break_off(target, failure)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "could not be written"),
    ],
)
def test_a_failing_disk_is_told_in_a_sentence(tmp_path, number, words):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    with pytest.raises(Refusal) as caught, replacing(target):
        raise OSError(number, os.strerror(number))
    assert words in sentence(caught)
    assert "report.docx" in sentence(caught)
    assert target.read_bytes() == b"old"


def test_a_missing_folder_is_told_in_a_sentence(tmp_path):
    with pytest.raises(Refusal) as caught, replacing(tmp_path / "gone" / "report.docx"):
        pass
    assert "does not exist" in sentence(caught)


def test_a_folder_is_no_target(tmp_path):
    with pytest.raises(Refusal) as caught, replacing(tmp_path):
        pass
    assert "is a folder" in sentence(caught)


@pytest.mark.parametrize("name", ["x" * 300 + ".docx", "nul\0.docx"])
def test_an_impossible_name_is_refused(tmp_path, name):
    with pytest.raises(Refusal), replacing(tmp_path / name) as draft:
        draft.write_bytes(b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told_in_a_sentence(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Refusal) as caught, replacing(tmp_path / "report.docx"):
        pass
    tmp_path.chmod(0o700)
    assert "Nothing can be written into the folder" in sentence(caught)


def test_what_is_locked_for_a_moment_is_tried_again():
    pauses = []

    def action():
        if len(pauses) < 3:
            raise PermissionError

    patiently(action, pause=pauses.append)
    assert len(pauses) == 3


def test_what_is_locked_for_good_is_given_up_after_a_while():
    pauses = []

    def action():
        raise PermissionError

    with pytest.raises(PermissionError):
        patiently(action, pause=pauses.append)
    assert sum(pauses) == pytest.approx(files.PATIENCE)


def test_drafts_of_dead_programs_go_and_those_of_living_ones_stay(tmp_path):
    host = files._HOST
    dead = tmp_path / f".{host}-{2**22 + 1}-0123abcd.workbench-draft"
    living = tmp_path / f".{host}-{os.getpid()}-0123abcd.workbench-draft"
    elsewhere = tmp_path / ".000000-1-0123abcd.workbench-draft"
    other = tmp_path / ".hidden"
    for path in (dead, living, elsewhere, other):
        path.touch()
    with replacing(tmp_path / "report.docx") as draft:
        draft.write_bytes(b"new")
    assert not dead.exists()
    assert {living, elsewhere, other} <= set(tmp_path.iterdir())


def test_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.docx"
    real.write_bytes(b"old")
    link = tmp_path / "link.docx"
    link.symlink_to(real)
    with replacing(link) as draft:
        draft.write_bytes(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_the_rights_of_the_old_file_stay(tmp_path):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with replacing(target) as draft:
        draft.write_bytes(b"new")
    assert target.stat().st_mode & 0o777 == 0o640
