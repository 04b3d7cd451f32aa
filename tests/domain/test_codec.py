"""A record as JSON is the same record, and nothing else passes for one."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.records import record_of
from workbench.domain import KINDS, Interview, Link, Measure, Member, Project, Requirement
from workbench.domain.codec import canonical, cleaned, content_hash, decoded, from_json, sparse, to_json
from workbench.domain.record import record, reference
from workbench.messages import Refusal, translator

any_record = st.sampled_from(list(KINDS.values())).flatmap(record_of)


def said(call, *arguments):
    with pytest.raises(Refusal) as refusal:
        call(*arguments)
    return translator("en")(refusal.value.message)


@given(any_record)
def test_every_record_survives_json_as_it_is(item):
    text = json.dumps(to_json(item), ensure_ascii=False, allow_nan=False)
    assert from_json(json.loads(text), KINDS) == item


@given(any_record)
def test_a_record_without_its_defaults_is_the_same_record(item):
    assert from_json(sparse(item), KINDS) == item


@given(any_record, st.integers(0, 99))
def test_the_content_hash_covers_everything_but_the_version(item, version):
    assert content_hash(replace(item, version=version)) == content_hash(item)
    assert content_hash(replace(item, id=item.id + "x")) != content_hash(item)
    assert content_hash(replace(item, position=item.position + 1)) != content_hash(item)


def test_a_whole_number_and_its_decimal_are_one_content():
    assert canonical(Requirement(id="r", position=3)) == canonical(Requirement(id="r", position=3.0))
    assert canonical(Measure(id="m", target=2)) == canonical(Measure(id="m", target=2.0))


def test_a_field_added_later_changes_no_hash_of_an_older_record():
    hashes = []
    for more in ({}, {"mood": str}):
        cls = type("Mood", (Requirement,), {"__annotations__": more, **({"mood": ""} if more else {})})
        hashes.append(content_hash(record(cls)(id="r", description="text")))
    assert hashes[0] == hashes[1]


def test_names_that_are_words_of_python_are_plain_in_json():
    assert to_json(Link(id="l", from_="a", to="b"))["from"] == "a"
    assert from_json({"kind": "link", "id": "l", "from": "a"}, KINDS).from_ == "a"
    assert said(from_json, {"kind": "link", "from_": "a"}, KINDS) == 'link has no field "from_"'


def test_times_are_told_in_utc_with_a_z():
    there = datetime(2026, 3, 31, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    assert to_json(Interview(started_at=there))["started_at"] == "2026-03-31T01:30:00Z"
    found = decoded(Interview, {"started_at": "2026-03-31T09:30:00+08:00"})["started_at"]
    assert (found, found.tzinfo) == (there, UTC)


def test_a_project_belongs_to_itself_whatever_is_said():
    assert from_json({"kind": "project", "id": "p", "project": "q"}, KINDS).project == "p"


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("requirement", "value", 0),
        ("requirement", "value", 6),
        ("requirement", "value", 4.5),
        ("requirement", "value", True),
        ("requirement", "value", "4"),
        ("requirement", "value", 10**15),
        ("requirement", "description", None),
        ("requirement", "description", 7),
        ("requirement", "description", "x" * 10_000_001),
        ("requirement", "id", ""),
        ("requirement", "id", None),
        ("requirement", "position", float("nan")),
        ("requirement", "position", float("inf")),
        ("requirement", "position", 10**400),
        ("requirement", "due", "2026-02-30"),
        ("requirement", "due", "20260331"),
        ("requirement", "due", "2026-W14-2"),
        ("requirement", "verdict", ["kept"]),
        ("requirement", "verdict", "gone"),
        ("project", "value_high", 1),
        ("choice", "hidden", 1),
        ("member", "duties", "gathering"),
        ("member", "duties", [1]),
        ("interview", "started_at", "2026-03-31T09:30:00"),
        ("interview", "started_at", "0001-01-01T00:00:00+23:00"),
        ("impact_estimate", "quantity", {"low": "many"}),
        ("impact_estimate", "quantity", {"high": 1, "more": 2}),
        ("impact_estimate", "quantity", [[[[[[]]]]]]),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(kind, field, value):
    sentence = said(from_json, {"kind": kind, "id": "x", field: value}, KINDS)
    assert sentence.startswith(field)
    assert len(sentence) < 400


@pytest.mark.parametrize("kind", [None, 7, "Requirement", "record", ["project"]])
def test_an_unknown_kind_is_refused(kind):
    assert "no kind of record called" in said(from_json, {"kind": kind}, KINDS)


def test_an_unknown_field_is_refused():
    assert said(from_json, {"kind": "member", "salary": 1}, KINDS) == 'member has no field "salary"'


def test_an_object_without_what_it_needs_is_refused():
    @record
    class Needy(Requirement):
        size: Requirement | None = None

    assert said(from_json, {"kind": "needy", "size": {"nothing": 1}}, {"needy": Needy}).startswith("size")


def test_awkward_text_is_made_safe_on_its_way_in():
    found = from_json({"kind": "member", "id": "m", "name": "a\x0bb\x00\ud800c\r\nd"}, KINDS)
    assert found.name == "a\nbc\nd"


def test_cleaning_looks_only_at_what_has_changed():
    before = Requirement(id="r", description="bad\x00", position=1)
    after = cleaned(replace(before, remark="worse\x00"), before)
    assert (after.description, after.remark, type(after.position)) == ("bad\x00", "worse", float)


def test_a_reference_is_text_or_nothing():
    @record
    class Pair(Requirement):
        other: str | None = reference("requirement")

    assert from_json({"kind": "pair", "id": "x", "other": None}, {"pair": Pair}).other is None
    assert said(from_json, {"kind": "pair", "other": 3}, {"pair": Pair}).startswith("other")


def test_a_list_keeps_its_order():
    assert to_json(Member(id="m", duties=("b", "a")))["duties"] == ["b", "a"]
    assert from_json({"kind": "project", "id": "p"}, KINDS) == Project(id="p")
