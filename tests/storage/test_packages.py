"""A package carries a project whole; anything else under its name is refused quickly."""

import json
import random
import resource
import struct
import subprocess
import sys
import zipfile
from contextlib import closing, suppress
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import record_of
from tests.program import MAIN
from tests.storage.files import change, client_records, everything, make, opened, project_records, said
from workbench.domain import KINDS, Project, kind_of
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore
from workbench.storage.checking import check
from workbench.storage.packages import copied, read_package, write_package
from workbench.workspace.family import references_of

LIBRARY = [client_records()[0]]


@pytest.fixture
def package(tmp_path):
    with closing(SqliteStore(make(tmp_path / "w.workbench"))) as store:
        write_package(store, "p", tmp_path / "p.wbproj", "0.1")
    return tmp_path / "p.wbproj"


def rewritten(path, files=(), **changes):
    """The package with other members, or other values in its manifest; None leaves a member out."""
    with zipfile.ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    found |= dict(files)
    manifest = {"members": {}}
    if "manifest.json" not in dict(files):
        manifest = json.loads(found["manifest.json"]) | changes
    if "records.json" in dict(files) and "members" not in changes and found["records.json"]:
        manifest["members"] = {"records.json": sha256(found["records.json"]).hexdigest()}
    if "manifest.json" not in dict(files):
        found["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            if data is not None:
                archive.writestr(name, data)


def with_records(path, change_them):
    with zipfile.ZipFile(path) as archive:
        data = json.loads(archive.read("records.json"))
    change_them(data["records"])
    rewritten(path, {"records.json": json.dumps(data).encode()})


def put(path, package):
    with closing(SqliteStore(path)) as store:
        workspace = opened(store, None, package.project.id)
        workspace.put(*package.library, label=_("Import"))
        workspace.put(*package.records, label=_("Import"))
        workspace.save()


def test_a_package_holds_the_project_and_the_library_records_it_names(package):
    found = read_package(package, KINDS)
    assert found.project == project_records()[0]
    assert sorted(found.records, key=lambda item: item.id) == sorted(
        project_records(), key=lambda item: item.id
    )
    assert list(found.library) == LIBRARY
    assert found.program == "0.1"
    with zipfile.ZipFile(package) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert set(archive.namelist()) == {"manifest.json", "records.json", "attachments/"}
    assert manifest["project"] == {"id": "p", "code": "DEMO", "title": "订单导出"}
    assert manifest["counts"]["requirement"] == 5


def test_a_package_becomes_a_project_of_another_file(package, tmp_path):
    other = make(tmp_path / "other.workbench", records=False)
    put(other, read_package(package, KINDS))
    assert everything(other) == {item.id: item for item in [*LIBRARY, *project_records()]}
    assert list(check(other)) == []


def test_a_copy_has_new_ids_everywhere_and_lives_beside_the_first(package, tmp_path):
    found = read_package(package, KINDS)
    copy = copied(found, "DEMO-2")
    put(tmp_path / "w.workbench", copy)
    assert not {item.id for item in found.records} & {item.id for item in copy.records}
    assert (copy.project.code, copy.library) == ("DEMO-2", found.library)
    assert copied(found).project.code == "DEMO"
    before = {item.id: place for place, item in enumerate(found.records)}
    after = {item.id: place for place, item in enumerate(copy.records)}
    for old, new in zip(found.records, copy.records, strict=True):
        for name in references_of(type(old)):
            one, two = getattr(old, name), getattr(new, name)
            assert (one in before) == (two in after)
            assert before.get(one, one) == after.get(two, two)
    assert list(check(tmp_path / "w.workbench")) == []


@settings(max_examples=30)
@given(items=st.lists(st.sampled_from([k for k in KINDS.values() if k is not Project]).flatmap(
    lambda cls: record_of(cls, project="p")), max_size=6), head=record_of(Project, id="p"))  # fmt: skip
def test_any_project_survives_a_package(tmp_path_factory, items, head):
    folder = tmp_path_factory.mktemp("package")
    with closing(SqliteStore(make(folder / "w.workbench", records=False))) as store:
        workspace = opened(store, "p")
        workspace.put(head, *items, label=_("Add"))
        workspace.save()
        write_package(store, "p", folder / "p.wbproj")
    found = read_package(folder / "p.wbproj", KINDS)
    assert {item.id: item for item in found.records} == {item.id: item for item in [head, *items]}


def test_a_project_that_is_not_there_is_not_written(package, tmp_path):
    with closing(SqliteStore(tmp_path / "w.workbench")) as store, pytest.raises(Refusal) as refusal:
        write_package(store, "nothing", package)
    assert "no such project" in said(refusal)
    assert read_package(package, KINDS)


def refuse(path, part=""):
    with pytest.raises(Refusal) as refusal:
        read_package(path, KINDS)
    assert path.name in said(refusal)
    assert part in said(refusal)


@pytest.mark.parametrize(
    ("members", "changes", "part"),
    [
        ([], {"format": 2}, "newer"),
        ([], {"schema": 99}, "newer"),
        ([], {"format": "1"}, "manifest"),
        ([], {"format": True}, "manifest"),
        ([], {"project": {"id": "q"}}, "one project"),
        ([], {"project": None}, "one project"),
        ([], {"members": {}}, "manifest"),
        ([], {"members": []}, "manifest"),
        ([], {"members": {"records.json": "0" * 64}}, "no whole package"),
        ([], {"members": {"records.json": 7, "more": 8}}, "no whole package"),
        ([("manifest.json", None)], {}, "no whole package"),
        ([("manifest.json", b"[]")], {}, "no whole package"),
        ([("manifest.json", b"{" * 100_000)], {}, "no whole package"),
        ([("records.json", None)], {}, "no whole package"),
        ([("records.json", b"\xff{}")], {}, "no whole package"),
        ([("records.json", b'{"records": {}}')], {}, "not readable"),
        ([("records.json", b'{"records": [1]}')], {}, "not readable"),
        ([("records.json", b'{"records": [{"kind": "project"}]}')], {}, "not readable"),
        ([("records.json", b'{"records": [{"kind": "x", "id": "y"}]}')], {}, "no kind of record"),
        ([("records.json", b"[" * 1_000_000)], {}, "no whole package"),
        ([("attachments/more.bin", b"x")], {}, "no whole package"),
        ([("../evil.txt", b"x")], {}, "no whole package"),
        ([("/etc/evil", b"x")], {}, "no whole package"),
        ([("attachments/..", b"x")], {}, "no whole package"),
        ([("attachments\\evil", b"x")], {}, "no whole package"),
        ([("word/document.xml", b"x")], {}, "no whole package"),
    ],
)
def test_what_is_not_a_whole_package_is_refused(package, members, changes, part):
    rewritten(package, members, **changes)
    refuse(package, part)


@pytest.mark.parametrize(
    ("change_them", "part"),
    [
        (lambda items: items.append(dict(items[-1])), "used twice"),
        (lambda items: items.append({"kind": "member", "id": "x", "project": "q"}), "another project"),
        (lambda items: items.append({"kind": "project", "id": "q"}), "one project"),
        (lambda items: items[-1].update(mood="x"), "no field"),
        (lambda items: items.append({"kind": "requirement", "id": "x", "project": "p", "value": 9}), "value"),
        (
            lambda items: items.append({"kind": "cause", "id": "x", "project": "p", "problem": "none"}),
            "not there",
        ),
        (
            lambda items: items.append(
                {"kind": "cause", "id": "x", "project": "p", "problem": "pr", "parent": "x"}
            ),
            "below itself",
        ),
    ],
)
def test_records_that_cannot_be_are_refused(package, change_them, part):
    with_records(package, change_them)
    refuse(package, part)


def test_a_member_that_is_there_twice_is_refused(package):
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(package, "a") as archive:
        archive.writestr("records.json", b"{}")
    refuse(package)


@pytest.mark.parametrize("data", [b"", b"PK", b"text" * 999, b"PK\x05\x06" + bytes(18), b"PK\x05\x06"])
def test_what_is_no_zip_is_refused(tmp_path, data):
    path = tmp_path / "p.wbproj"
    path.write_bytes(data)
    refuse(path)


def test_a_folder_or_nothing_is_refused(tmp_path):
    refuse(tmp_path)
    refuse(tmp_path / "none.wbproj")


def test_no_mutation_of_a_package_brings_more_than_a_refusal(package, tmp_path):
    whole = package.read_bytes()
    path = tmp_path / "m.wbproj"
    for seed in range(300):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _time in range(chance.choice([1, 3, 30])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: len(data) - chance.choice([0, 0, 7])])
        with suppress(Refusal):
            read_package(path, KINDS)


READ = """
import sys
from pathlib import Path
from workbench.domain import KINDS
from workbench.messages import Refusal
from workbench.storage.packages import read_package
try:
    read_package(Path(sys.argv[1]), KINDS)
except Refusal as refusal:
    print(refusal)
"""


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (500 << 20, 500 << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (5, 5))


def many_members(path):
    """A list of members larger than any of ours."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 6, *[0] * 3, 1, *[0] * 4, 0, 0) + b"x"
    size = len(entry) * 1_000_000
    path.write_bytes(
        entry * 1_000_000 + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, size, 0, 0)
    )


BOMBS = {
    "zeroes": b"\0" * (200 << 20),
    "empty lists": b'{"records": [' + b"[]," * (6 << 20),
    "small numbers": b'{"records": [' + b"0.1," * (11 << 20),
    "one long text": b'{"records": ["' + "客".encode() * (15 << 20) + b'"]}',
    "wide text": b'{"records": ["' + b"x" * (46 << 20) + "👩".encode() + b'"]}',
}


@pytest.mark.parametrize("name", [*BOMBS, "members"])
def test_a_bomb_costs_little_time_and_memory(package, name):
    if name == "members":
        many_members(package)
    else:
        rewritten(package, {"records.json": BOMBS[name]})
    done = subprocess.run(
        [sys.executable, "-c", READ, package], cwd=MAIN.parent, preexec_fn=limited,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "“{file}”" in done.stdout


def test_an_encrypted_member_is_refused(package):
    data = bytearray(package.read_bytes())
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1
    package.write_bytes(data)
    refuse(package)


def test_a_package_of_a_damaged_project_is_not_written(package, tmp_path):
    change(tmp_path / "w.workbench", "UPDATE requirement SET value = 9")
    before = package.read_bytes()
    with closing(SqliteStore(tmp_path / "w.workbench")) as store, pytest.raises(Refusal) as refusal:
        write_package(store, "p", package)
    assert "damaged" in said(refusal)
    assert package.read_bytes() == before
    assert kind_of(Project) == "project"
