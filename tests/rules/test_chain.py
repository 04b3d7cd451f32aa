"""The evidence chain is woven from the links there are, with a gap where the method asks for one more."""

from dataclasses import replace

from tests.sample import context
from workbench.domain import (
    Cause,
    CauseState,
    Link,
    Measure,
    Note,
    Problem,
    Relation,
    Requirement,
    Solution,
    Task,
)
from workbench.rules.chain import Column, chain, claims

SAID = Note(id="n", project="p", text="it fails", speaker="Wang", at=728_000, confirmation="confirmed")
PROBLEM = Problem(id="p1", project="p", code="P01", phenomenon="logins fail")
ROOT = Cause(
    id="c", project="p", problem="p1", text="no headroom", root_claimed=True, state=CauseState.VERIFIED
)
PLAN = Solution(id="s", project="p", code="S01", for_="p1")
TASK = Task(id="t", project="p", solution="s", text="expand")
EFFECT = Measure(id="m", project="p", solution="s", title="failures")


def evidence(start, end):
    return Link(project="p", from_=start, to=end, relation=Relation.EVIDENCE)


def serves(start, end):
    return Link(project="p", from_=start, to=end, relation=Relation.SERVES)


def woven(*items, problem=""):
    found = chain(lambda kind: [item for item in items if type(item) is kind], problem)
    return found, {(edge.start, edge.end): edge.gap for edge in found.edges}


def test_a_whole_chain_is_unbroken_from_the_sentence_to_the_effect():
    measured = evidence("m", "t")
    found, edges = woven(
        SAID, PROBLEM, ROOT, PLAN, TASK, EFFECT, evidence("n", "p1"), serves("t", "c"), measured
    )
    assert edges == {("p1", "c"): False, ("c", "t"): False, ("n", "p1"): False, ("t", "m"): True}
    assert [node.id for node in found.nodes if node.is_gap] == ["m"]
    assert found.unbroken() == {"n", "p1", "c", "t"}


def test_nothing_makes_an_empty_chain():
    assert woven()[0].nodes == ()


def test_a_problem_without_a_cause_has_a_gap_that_leads_to_it():
    found, edges = woven(PROBLEM)
    missing = {node.column: node for node in found.nodes if node.is_gap}
    assert set(missing) == {Column.EVIDENCE, Column.CAUSE}
    assert {node.opens for node in missing.values()} == {"p1"}
    assert set(edges.values()) == {True}


def test_a_claimed_root_cause_is_a_gap_until_it_is_verified():
    claimed = replace(ROOT, state=CauseState.HYPOTHESIS)
    found, edges = woven(PROBLEM, claimed, TASK, serves("t", "c"))
    [cause] = found.of(Column.CAUSE)
    assert (cause.id, cause.is_gap) == ("c", True)
    assert edges["p1", "c"]
    assert edges["c", "t"]


def test_a_root_cause_that_was_ruled_out_does_not_count():
    found, _edges = woven(PROBLEM, replace(ROOT, state=CauseState.REFUTED))
    assert [node.opens for node in found.of(Column.CAUSE)] == ["p1"]


def test_a_verified_root_cause_without_a_task_asks_for_one():
    found, edges = woven(PROBLEM, ROOT)
    [missing] = found.of(Column.TASK)
    assert (missing.is_gap, missing.opens) == (True, "c")
    assert edges["c", missing.id]


def test_a_task_for_a_direct_cause_leads_on_from_the_root_below_it():
    direct = Cause(id="d", project="p", problem="p1", text="too few connections", state=CauseState.VERIFIED)
    found, edges = woven(PROBLEM, direct, replace(ROOT, parent="d"), TASK, serves("t", "d"))
    assert ("c", "t") in edges
    assert "d" not in {node.id for node in found.nodes}


def test_a_task_of_the_plan_that_serves_nothing_hangs_on_a_missing_link():
    found, edges = woven(SAID, PROBLEM, PLAN, TASK, evidence("n", "p1"))
    assert edges["p1", "t"]
    assert found.unbroken() == set()


def test_a_requirement_stands_in_the_box_of_the_problem_it_led_to():
    need = Requirement(id="r", project="p", code="R1", description="stable")
    follows = Link(project="p", from_="r", to="p1", relation=Relation.FOLLOWS)
    found, edges = woven(need, PROBLEM, SAID, follows, evidence("n", "r"))
    [box] = found.of(Column.CLAIM)
    assert (box.id, box.also) == ("p1", ("r",))
    assert ("n", "p1") in edges


def test_a_requirement_may_lead_to_its_task_without_a_cause():
    need = Requirement(id="r", project="p", code="R1", description="stable")
    found, edges = woven(need, SAID, TASK, evidence("n", "r"), serves("t", "r"))
    assert edges["r", "t"] is False
    assert found.unbroken() == {"n", "r", "t"}


def test_a_rejected_requirement_has_no_place():
    need = Requirement(id="r", project="p", code="R1", description="colours", verdict="pseudo")
    assert woven(need)[0].nodes == ()


def test_evidence_for_a_root_cause_goes_to_it():
    _found, edges = woven(SAID, PROBLEM, ROOT, evidence("n", "c"))
    assert edges["n", "c"] is False


def test_tasks_without_an_effect_share_one_gap():
    other = replace(TASK, id="u")
    found, edges = woven(PROBLEM, ROOT, PLAN, TASK, other, serves("t", "c"), serves("u", "c"))
    [missing] = found.of(Column.EFFECT)
    assert missing.opens == "s"
    assert edges["t", missing.id]
    assert edges["u", missing.id]


def test_the_example_shows_one_problem_or_all():
    records = context("en").records
    worst, other = claims(records)
    one = {node.id for node in chain(records, worst.id).nodes}
    assert worst.id in one
    assert other.id not in one
    assert one <= {node.id for node in chain(records).nodes}
