"""What is possibly the same, and what follows a record that becomes part of another."""

from __future__ import annotations

import pytest

from workbench.domain import Link, Relation, Requirement, Verdict, Vote
from workbench.rules.duplicates import (
    ENOUGH,
    followers,
    known_pairs,
    likeness,
    merged,
    nearest,
    pairs,
    set_aside,
)

TEXTS = (
    "新增批量导出功能",
    "登录高峰期稳定可用",
    "修复支付接口卡顿问题",
    "增加批量导出",
    "登录高峰时要稳定",
    "Bulk export of orders",
    "Add bulk export",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增批量导出功能", "增加批量导出"),
        ("登录高峰期稳定可用", "登录高峰时要稳定"),
        ("Add bulk export", "Bulk export of orders"),
        ("批量导出", "新增批量导出功能，含附件"),
        ("ＰＤＦ 导出！", "pdf导出"),
    ],
)
def test_near_words_are_alike(one, other):
    assert likeness(one, other)[0] >= ENOUGH


@pytest.mark.parametrize(
    ("one", "other"),
    [("修复支付接口卡顿问题", "恢复 PDF 导出"), ("工作流自动化", "密码重置步骤精简"), ("", "x")],
)
def test_other_words_are_not(one, other):
    assert likeness(one, other)[0] < ENOUGH


def test_every_pair_is_found_once_the_most_alike_first():
    found = pairs(TEXTS, str)
    assert {(each.first, each.second) for each in found} == {
        (TEXTS[0], TEXTS[3]),
        (TEXTS[1], TEXTS[4]),
        (TEXTS[5], TEXTS[6]),
    }
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_the_nearest_of_a_new_text():
    found = nearest("登录高峰期要稳定可用", TEXTS, str)
    assert found is not None
    assert found.first == TEXTS[1]
    assert nearest("导", TEXTS, str) is None
    assert nearest("自定义界面主题色", TEXTS, str) is None


def test_what_named_the_other_names_the_one_that_is_kept():
    kept, other = Requirement(id="a", project="p"), Requirement(id="b", project="p", goal="g")
    records = [
        Link(id="l1", project="p", from_="n1", to="b"),
        Link(id="l2", project="p", from_="n2", to="b"),
        Link(id="l3", project="p", from_="n2", to="a"),
        Link(id="l4", project="p", from_="b", to="a", relation=Relation.SERVES),
        Vote(id="v1", project="p", workshop="w", requirement="b", voter="x", score=3),
        Vote(id="v2", project="p", workshop="w", requirement="b", voter="y", score=4),
        Vote(id="v3", project="p", workshop="w", requirement="a", voter="y", score=5),
    ]
    found = {each.id: each for each in followers(records, kept, other)}
    assert set(found) == {"l1", "v1"}
    assert (found["l1"].to, found["v1"].requirement) == ("a", "a")
    assert merged(kept, other, ["goal"]).goal == "g"


def test_what_is_set_aside_is_linked_and_says_why():
    kept, other = Requirement(id="a", project="p"), Requirement(id="b", project="p")
    out, link = set_aside(other, kept, "same as A")
    assert (out.verdict, out.verdict_reason) == (Verdict.REJECTED, "same as A")
    assert known_pairs([link]) == {frozenset({"a", "b"})}
