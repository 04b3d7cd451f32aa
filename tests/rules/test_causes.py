"""Root causes: what template 3 answers, and that no tree of causes can confuse it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.problem import Cause, CauseState
from workbench.rules.causes import (
    Answer,
    answer,
    children,
    claimed_unverified,
    deeper_roots,
    is_root,
    tree,
)

HYPOTHESIS, VERIFYING, VERIFIED, REFUTED, INCONCLUSIVE = CauseState


def cause(name, state=HYPOTHESIS, parent=None, **fields):
    return Cause(id=name, text=name, state=state, parent=parent, **fields)


@pytest.fixture
def document():
    """T88-T91 with the root cause of T51 below the direct cause of T90."""
    return [
        cause("客户操作错误(如密码输错)", REFUTED, dimension="people"),
        cause("密码重置流程复杂", REFUTED, dimension="process"),
        cause("服务器并发连接数不足", VERIFIED, dimension="technology"),
        cause(
            "前期需求调研未预估用户量增长,资源配置未预留冗余",
            VERIFIED,
            "服务器并发连接数不足",
            dimension="technology",
            root_claimed=True,
        ),
        cause("客户网络环境不稳定", REFUTED, dimension="environment"),
    ]


def test_the_documents_table_says_yes_where_the_document_does(document):
    rows = tree(document).tops
    assert [answer(row, document) for row in rows] == [Answer.NO, Answer.NO, Answer.YES, Answer.NO]


def test_the_deeper_root_is_told_below_the_table(document):
    texts = [[root.text for root in deeper_roots(row, document)] for row in tree(document).tops]
    assert texts == [[], [], ["前期需求调研未预估用户量增长,资源配置未预留冗余"], []]


@pytest.mark.parametrize("state", CauseState)
@pytest.mark.parametrize("claimed", [True, False])
def test_a_root_cause_is_claimed_and_verified(state, claimed):
    assert is_root(cause("a", state, root_claimed=claimed)) == (claimed and state is VERIFIED)


@pytest.mark.parametrize(
    ("state", "claimed", "expected"),
    [
        (HYPOTHESIS, False, Answer.NO),
        (HYPOTHESIS, True, Answer.PENDING),
        (VERIFYING, False, Answer.PENDING),
        (VERIFYING, True, Answer.PENDING),
        (VERIFIED, False, Answer.NO),
        (VERIFIED, True, Answer.YES),
        (REFUTED, False, Answer.NO),
        (REFUTED, True, Answer.NO),
        (INCONCLUSIVE, False, Answer.NO),
        (INCONCLUSIVE, True, Answer.PENDING),
    ],
)
@pytest.mark.parametrize("depth", [0, 1, 4])
def test_a_row_answers_for_itself_and_for_all_below_it(state, claimed, expected, depth):
    chain = [cause("0", VERIFIED)]
    chain += [cause(str(n), HYPOTHESIS, str(n - 1)) for n in range(1, depth + 1)]
    chain[-1] = cause(str(depth), state, chain[-1].parent, root_claimed=claimed)
    assert answer(chain[0], chain) is expected


def test_a_root_wins_over_an_open_claim():
    both = [cause("a"), cause("b", VERIFIED, "a", root_claimed=True), cause("c", VERIFYING, "a")]
    assert answer(both[0], both) is Answer.YES


def test_what_stands_above_a_root_is_not_answered_by_a_sibling():
    both = [cause("a"), cause("b", VERIFIED, "a", root_claimed=True), cause("c", VERIFIED, "a")]
    assert answer(both[2], both) is Answer.NO


def test_claims_without_a_verification_are_reported():
    causes = [cause(state, state, root_claimed=True) for state in CauseState] + [cause("quiet")]
    assert [one.state for one in claimed_unverified(causes)] == [HYPOTHESIS, VERIFYING, REFUTED, INCONCLUSIVE]


def test_orphans_and_causes_of_themselves_are_direct_causes():
    causes = [cause("orphan", parent="gone"), cause("self", parent="self"), cause("child", parent="self")]
    grown = tree(causes)
    assert [top.id for top in grown.tops] == ["orphan", "self"]
    assert [child.id for child in children(causes[1], causes)] == ["child"]


def test_a_circle_is_opened_at_its_first_cause():
    causes = [
        cause("tail", parent="c"),
        cause("b", parent="a"),
        cause("a", parent="c"),
        cause("c", parent="b"),
    ]
    grown = tree(causes)
    assert [top.id for top in grown.tops] == ["b"]
    assert [below.id for below in grown.descendants(grown.tops[0])] == ["c", "tail", "a"]


def test_siblings_stand_by_position():
    causes = [cause("b", position=2), cause("a", position=1), cause("c", position=3)]
    assert [top.id for top in tree(causes).tops] == ["a", "b", "c"]


@given(st.lists(st.integers(-1, 30), max_size=30), st.randoms())
def test_every_cause_stands_in_the_tree_once_whatever_the_parents(parents, random):
    causes = [cause(str(number), parent=str(parent)) for number, parent in enumerate(parents)]
    random.shuffle(causes)
    grown = tree(causes)
    found = [one.id for top in grown.tops for one in (top, *grown.descendants(top))]
    assert sorted(found) == sorted(one.id for one in causes)
    assert all(answer(one, grown) is Answer.NO for one in causes)


def test_a_chain_of_thousands_is_no_problem():
    chain = [cause("0"), *(cause(str(n), parent=str(n - 1)) for n in range(1, 5000))]
    chain[-1] = cause("4999", VERIFIED, "4998", root_claimed=True)
    assert answer(chain[0], chain) is Answer.YES
