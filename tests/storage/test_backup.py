"""Backups are whole, go by turns, and can be put back."""

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from tests.program import MAIN
from tests.storage.files import change, edit, everything, make, opened, said
from tests.storage.test_journal import break_off
from workbench.messages import Refusal
from workbench.storage import Held, SqliteStore, hold
from workbench.storage.backup import backup, backup_job, backups, folder_of, restore, restore_job


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


def change_text(path, text):
    with closing(SqliteStore(path)) as store:
        edit(opened(store), "r1", text)


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_backup_is_a_whole_copy_named_by_time_and_reason(file):
    made = backup(file, reason="Before import")
    assert made.parent == file.parent / "backups" / "w"
    assert made.name.endswith("-before-import.workbench")
    assert everything(made) == everything(file)
    [found] = backups(file)
    assert (found.path, found.reason, found.size) == (made, "before-import", made.stat().st_size)
    assert abs(datetime.now(UTC) - found.at) < timedelta(minutes=1)


def test_a_backup_is_made_while_somebody_works_and_knows_what_is_committed(file):
    with closing(SqliteStore(file)) as store:
        workspace = opened(store)
        edit(workspace, "r1", "committed")
        with store.writing() as connection:
            connection.exec_driver_sql("UPDATE requirement SET description = 'not yet'")
            made = backup(file)
    assert everything(made)["r1"].description == "committed"


def test_backups_of_one_second_have_names_of_their_own(file):
    when = datetime(2026, 3, 31, 8, tzinfo=UTC)
    for _time in range(3):
        list(backup_job(file, reason="x", now=lambda: when))
    assert [each.path.name for each in backups(file)] == [
        "20260331T080000Z-3-x.workbench",
        "20260331T080000Z-2-x.workbench",
        "20260331T080000Z-x.workbench",
    ]


def test_older_backups_go_by_turns(file):
    start = datetime(2026, 1, 1, tzinfo=UTC)
    folder = folder_of(file)
    folder.mkdir(parents=True)
    hours = range(0, 24 * 120, 8)
    for hour in hours:
        at = start + timedelta(hours=hour)
        shutil.copyfile(file, folder / f"{at:%Y%m%dT%H%M%SZ}-work.workbench")
    now = start + timedelta(days=120)
    list(backup_job(file, reason="last", now=lambda: now))
    left = [each.at for each in backups(file)]
    assert left[:10] == [now - timedelta(hours=8 * back) for back in range(10)]
    days = [at for at in left[10:] if now - at < timedelta(days=30)]
    assert [at.hour for at in days] == [16] * len(days)
    assert len({at.date() for at in left if now - at < timedelta(days=30)}) == 30 + len({now.date()})
    months = [(at.month, at.day) for at in left if now - at >= timedelta(days=30)]
    assert months == [(3, 31), (2, 28), (1, 31)]


def test_nothing_goes_when_the_new_backup_is_not_sound(file):
    for _time in range(3):
        backup(file)
    before = names(folder_of(file))
    change(file, "UPDATE requirement SET hash = 'x'")
    with pytest.raises(Refusal) as refusal:
        backup(file)
    assert "No backup was made" in said(refusal)
    assert names(folder_of(file)) == before


def test_a_backup_goes_where_it_is_told(file, tmp_path):
    assert backup(file, tmp_path / "copy.workbench") == tmp_path / "copy.workbench"
    made = backup(file, tmp_path)
    assert made.parent == tmp_path
    assert everything(made) == everything(tmp_path / "copy.workbench") == everything(file)


@pytest.mark.parametrize("target", ["itself", "a text", "no folder"])
def test_a_backup_never_goes_over_anything_else(file, tmp_path, target):
    text = tmp_path / "report.docx"
    text.write_text("mine")
    out = {"itself": file, "a text": text, "no folder": tmp_path / "none" / "b.workbench"}[target]
    before = file.read_bytes()
    with pytest.raises(Refusal) as refusal:
        backup(file, out)
    assert said(refusal)
    assert (text.read_text(), file.read_bytes()) == ("mine", before)


def test_a_stopped_backup_leaves_nothing(file):
    job = backup_job(file)
    next(job)
    next(job)
    job.close()
    assert names(folder_of(file)) == []


def test_a_restore_copies_and_keeps_what_was_there(file):
    old, made = everything(file), backup(file)
    change_text(file, "worse")
    worse = everything(file)
    kept = restore(file, made)
    assert everything(file) == everything(made) == old
    assert everything(kept) == worse
    assert names(file.parent) == ["w.workbench"]


def test_a_restore_never_costs_the_backup_that_it_was_made_from(file):
    first = backup(file)
    for _time in range(9):
        backup(file)
    restore(file, first)
    assert everything(first) == everything(file)


def test_a_restore_can_be_taken_back(file):
    made = backup(file)
    change_text(file, "better after all")
    restore(file, restore(file, made))
    assert everything(file)["r1"].description == "better after all"


@pytest.mark.parametrize("damage", ["zeroes", "half", "gone", "hash", "journal"])
def test_a_restore_needs_no_sound_file_to_replace(file, damage):
    made, data = backup(file), file.read_bytes()
    if damage == "journal":
        break_off(file)
    elif damage == "hash":
        change(file, "UPDATE requirement SET hash = 'x'")
    elif damage == "gone":
        file.unlink()
        file.with_name("w.workbench-journal").write_bytes(b"left behind" * 99)
    else:
        file.write_bytes(bytes(9000) if damage == "zeroes" else data[: len(data) // 2])
    present = file.read_bytes() if file.exists() else None
    kept = restore(file, made)
    assert everything(file) == everything(made)
    assert names(file.parent) == ["w.workbench"]
    assert (kept is None) == (damage == "gone")
    if damage in {"zeroes", "half", "hash"}:
        assert kept.read_bytes() == present


def test_a_damaged_backup_is_not_restored(file):
    made = backup(file)
    change(made, "UPDATE requirement SET description = 'changed'")
    before = file.read_bytes()
    with pytest.raises(Refusal) as refusal:
        restore(file, made)
    assert "Nothing was restored" in said(refusal)
    assert file.read_bytes() == before
    assert len(backups(file)) == 1


def test_what_is_no_backup_is_not_restored(file, tmp_path):
    text = tmp_path / "text.workbench"
    text.write_text("text")
    for wrong in (text, tmp_path / "none", file):
        with pytest.raises(Refusal) as refusal:
            restore(file, wrong)
        assert said(refusal)


def test_a_window_that_has_the_file_keeps_it_from_being_replaced(file):
    made = backup(file)
    holder = hold(file)
    with pytest.raises(Held):
        restore(file, made)
    assert restore(file, made, holder)
    holder.release()


def test_a_program_that_is_writing_keeps_it_from_being_replaced(file):
    made, before = backup(file), file.read_bytes()
    with closing(SqliteStore(file)) as store, store.writing():
        done = subprocess.run(
            [sys.executable, MAIN, "restore", file, "--from", made, "--language", "en"],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
    assert done.returncode == 2
    assert "another program" in done.stderr
    assert file.read_bytes() == before


def test_a_stopped_restore_leaves_all_as_it_was(file):
    made, before = backup(file), file.read_bytes()
    there = names(file.parent)
    job = restore_job(file, made)
    next(job)
    next(job)
    job.close()
    assert file.read_bytes() == before
    assert names(file.parent) == there
    hold(file).release()
