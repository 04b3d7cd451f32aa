"""Named versions: kept whole, checked, and cleared of a client that is removed."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.storage.files import CLIENT, change, make
from workbench.domain import Account, Project, Requirement
from workbench.messages import Refusal
from workbench.storage import SqliteStore
from workbench.storage.checking import check, check_job
from workbench.storage.purge import purge
from workbench.storage.versions import Version, drop_version, keep_version, version_records, versions

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


@pytest.fixture
def store(file):
    with closing(SqliteStore(file)) as store:
        yield store


def keep(store, scope="p", name="before the call"):
    version = Version(scope, name, "Lin", NOON)
    keep_version(store, version, store.load(scope).records)
    return version.id


def test_a_version_holds_every_record_as_it_was(store):
    before = store.load("p").records
    identity = keep(store)
    [version] = versions(store, "p")
    assert (version.id, version.name, version.who, version.at) == (identity, "before the call", "Lin", NOON)
    assert version_records(store, identity) == before
    assert versions(store, None) == []


def test_a_version_can_be_deleted(store):
    identity = keep(store)
    drop_version(store, identity)
    assert versions(store, "p") == []
    with pytest.raises(Refusal, match="not there any more"):
        version_records(store, identity)


@pytest.mark.parametrize("damage", ["records = x'00'", "name = 'other'", "hash = 'x'", "at = '2026'"])
def test_a_changed_version_is_found_and_never_read(file, store, damage):
    identity = keep(store)
    assert list(check(file)) == []
    change(file, f"UPDATE snapshot SET {damage}")
    assert [(each.severity, each.kind, each.id) for each in check(file)] == [("damage", "snapshot", identity)]
    with pytest.raises(Refusal, match="damaged"):
        version_records(store, identity)


def worked(job, answer):
    answer.append((yield from job))


def test_a_check_says_how_far_it_is_and_what_it_has_looked_at(file, store):
    keep(store)
    answer = []
    steps = list(worked(check_job(file), answer))
    assert steps == sorted(steps)
    assert answer[0].counts["snapshot"] == 1
    assert answer[0].counts["requirement"] == 5
    assert answer[0].findings == ()


def test_a_removed_client_is_in_no_version(file):
    with closing(SqliteStore(file)) as store:
        keep(store)
        keep(store, None, f"{CLIENT} library")
        other = [Project(id="q", code="Q"), Requirement(id="rq", project="q", description=f"like {CLIENT}")]
        keep_version(store, Version("q", "other", CLIENT, NOON), other)
    assert list(purge(file, "a1"))
    with closing(SqliteStore(file)) as store:
        assert versions(store, "p") == []
        [library], [kept] = versions(store, None), versions(store, "q")
        assert CLIENT not in library.name + kept.who
        assert [item.id for item in version_records(store, library.id) if isinstance(item, Account)] == ["a2"]
        assert [item for item in version_records(store, kept.id) if CLIENT in str(item)] == []
    assert list(check(file)) == []
