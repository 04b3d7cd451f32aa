"""The check finds every kind of damage, and nothing in a sound file."""

import random
from contextlib import closing, suppress

import pytest

from tests.storage.files import CLIENT, change, edit, everything, make, opened, said
from workbench.domain import KINDS
from workbench.domain.record import record
from workbench.domain.requirement import Requirement
from workbench.messages import Refusal, _, translator
from workbench.storage import SqliteStore
from workbench.storage.checking import check
from workbench.workspace import Workspace


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


def told(path, kinds=KINDS):
    say = translator("en")
    return [
        (each.severity, each.kind, each.id, each.project, say(each.message)) for each in check(path, kinds)
    ]


def test_a_sound_file_gives_no_finding(file):
    assert told(file) == []


def test_a_flipped_byte_in_any_text_of_a_record_is_found(file, tmp_path):
    whole = file.read_bytes()
    chance = random.Random(1)
    for text in (CLIENT, "导出要等十分钟", "提升客户工作效率", "培训不足", "DEMO003", '["gathering', "100+"):
        raw = text.encode()
        place = whole.index(raw) + chance.randrange(len(raw))
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(7)
        damaged = tmp_path / "damaged.workbench"
        damaged.write_bytes(data)
        assert {each[0] for each in told(damaged)} == {"damage"}, text


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE requirement SET value = 1000000000000000 WHERE id = 'r1'", ("requirement", "r1", "value")),
        ("UPDATE requirement SET value = 'four' WHERE id = 'r1'", ("requirement", "r1", "value")),
        (
            "UPDATE requirement SET value = NULL WHERE id = 'r1'",
            ("requirement", "r1", "not as it was written"),
        ),
        ("UPDATE requirement SET hash = 'x' WHERE id = 'r1'", ("requirement", "r1", "not as it was written")),
        ("UPDATE requirement SET position = 9e999 WHERE id = 'r1'", ("requirement", "r1", "position")),
        ("UPDATE member SET leads = 7", ("member", "m", "leads")),
        ("UPDATE member SET duties = '[ ]'", ("member", "m", "not as it was written")),
        (
            "UPDATE requirement SET description = CAST(x'ff41' AS TEXT) WHERE id = 'r1'",
            ("requirement", "r1", "not as it was written"),
        ),
        ("UPDATE cause SET problem = 'gone' WHERE id = 'k2'", ("cause", "k2", "refers to a problem")),
        ("UPDATE cause SET parent = 'k1' WHERE id = 'k1'", ("cause", "k1", "below itself")),
        ("UPDATE cause SET parent = 'k2' WHERE id = 'k1'", ("cause", "k1", "below itself")),
        ("UPDATE cause SET parent = 'pr' WHERE id = 'k1'", ("cause", "k1", "no cause of its own")),
        (
            "UPDATE requirement SET project = 'q' WHERE id = 'r1'",
            ("requirement", "r1", "project that is not"),
        ),
        ("UPDATE requirement SET id = 'k1' WHERE id = 'r1'", ("cause", "k1", "used twice")),
        ("UPDATE history SET changes = '[[' WHERE sequence = 1", ("history", "", "history")),
        ("UPDATE history SET label = 'x' WHERE sequence = 1", ("history", "", "history")),
        ("UPDATE history SET state = 'x' WHERE sequence = 1", ("history", "", "history")),
        ("CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM project; END", ("file", "", "trigger")),
        ("CREATE VIEW v AS SELECT 1", ("file", "", "view")),
        ("CREATE UNIQUE INDEX i ON requirement (code)", ("file", "", "index that is not ours: i")),
        ("DROP INDEX ix_requirement_project", ("file", "", "ix_requirement_project is missing")),
        ("DROP TABLE lesson", ("file", "", "lesson is missing")),
        ("ALTER TABLE lesson ADD COLUMN more TEXT", ("file", "", "other columns than ours: more")),
    ],
)
def test_damage_is_named(file, statement, found):
    change(file, statement)
    kind, identity, part = found
    assert [
        each
        for each in told(file)
        if each[0] == "damage" and each[1] == kind and identity in each[2] and part in each[4]
    ]


def test_a_client_that_was_removed_leaves_a_gap_and_no_damage(file):
    with closing(SqliteStore(file)) as store:
        workspace = opened(store)
        workspace.remove([workspace.find("a1")], label=_("Remove"))
        workspace.save()
    assert [each[:3] for each in told(file)] == [("gap", "project", "p"), ("gap", "interview", "i")]


@pytest.mark.parametrize("part", [0.2, 0.5, 0.95])
def test_a_cut_file_is_one_finding(file, part):
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * part)])
    assert [each[:2] for each in told(file)] == [("damage", "file")]


def test_no_damage_makes_the_check_fail(file, tmp_path):
    whole = file.read_bytes()
    damaged = tmp_path / "damaged.workbench"
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _time in range(chance.choice([1, 5, 500])):
            data[chance.randrange(100, len(data))] = chance.randrange(256)
        damaged.write_bytes(data)
        for each in told(damaged):
            assert each[4]
        with suppress(Refusal):
            everything(damaged)


def test_a_file_of_another_program_is_refused(tmp_path):
    path = tmp_path / "w.workbench"
    path.write_text("text")
    with pytest.raises(Refusal) as refusal:
        told(path)
    assert "a text" in said(refusal)


def test_records_of_a_form_are_covered_as_they_were_written(tmp_path):
    @record
    class Wish(Requirement):
        mood: str = ""

    kinds = {**KINDS, "wish": Wish}
    path = make(tmp_path / "w.workbench")
    with closing(SqliteStore(path, kinds)) as store:
        workspace = Workspace(store)
        workspace.open("p")
        workspace.put(Wish(id="w", project="p", mood="froh", value=3), label=_("Add"))
        workspace.save()
        edit(workspace, "w", "new")
    assert told(path, kinds) == []
    assert told(path) == []
    change(path, "UPDATE entry SET data = replace(data, 'froh', 'frou')")
    assert ("damage", "wish", "w") in [each[:3] for each in told(path, kinds)]
    change(path, "UPDATE entry SET data = '[1]'")
    assert ("damage", "wish", "w") in [each[:3] for each in told(path, kinds)]
