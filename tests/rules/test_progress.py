"""How far a project is, what it covers and what is to be done next, all worked out from its records."""

from dataclasses import replace
from datetime import date

import pytest

from tests.sample import context
from workbench.domain import (
    Account,
    Cause,
    CauseState,
    Confirmation,
    Interview,
    Link,
    Measure,
    Member,
    Note,
    NoteKind,
    Problem,
    Project,
    Relation,
    Requirement,
    Solution,
    Task,
)
from workbench.messages import translator
from workbench.rules.gaps import GapKind, gaps
from workbench.rules.progress import coverage, next_steps, progress

TODAY = date(2025, 10, 25)
SAY = translator("en")


def of(*items):
    return lambda kind: [item for item in items if type(item) is kind]


def kinds(*items, today=TODAY):
    return [step.kind for step in next_steps(of(*items), today)]


def test_an_empty_project_has_six_phases_and_none_is_begun():
    phases = progress(of(), TODAY)
    assert [each.phase for each in phases] == [1, 2, 3, 4, 5, 6]
    assert not any(each.done or each.blocked or each.is_done for each in phases)
    assert all(each.of for each in phases)


def test_the_worked_example_is_prepared_and_waits_in_the_diagnosis():
    phases = progress(context("en").records, TODAY)
    assert phases[0].is_done
    assert SAY(phases[2].fact) == "13 listed, 4 do now"
    assert SAY(phases[3].criterion) == "2 causes to verify"
    assert [each.phase for each in phases if each.blocked] == [4, 5]
    assert [(each.done, each.of) for each in phases] == [(6, 6), (17, 20), (10, 12), (20, 27), (6, 7), (3, 8)]


def test_an_interview_that_was_only_prepared_was_not_held():
    prepared = Interview(id="i", project="p")
    written = Note(id="n", project="p", interview="i", text="it fails")
    assert SAY(progress(of(prepared), TODAY)[1].fact) == "0 interviews held"
    assert not progress(of(prepared), TODAY)[1].is_done
    assert SAY(progress(of(prepared, written), TODAY)[1].fact) == "1 interview held"


def test_a_task_is_assigned_with_an_owner_and_a_date():
    task = Task(id="t", project="p", solution="s", text="do", owner_text="Lin", due=TODAY)
    said = [
        SAY(progress(of(replace(task, **missing)), TODAY)[4].criterion)
        for missing in ({"due": None}, {"owner_text": ""}, {"owner_text": "", "member": "m"}, {})
    ]
    assert said == ["1 not assigned", "1 not assigned", *["Not agreed with the client yet"] * 2]


def test_preparation_asks_for_one_thing_after_the_other():
    project = Project(id="p", goal="fewer failures", account="a")
    account = Account(id="a", name="Client")
    one = Member(id="m", project="p", name="Lin", leads=True, duties=("gathering",))
    asked = [
        SAY(progress(of(*items), TODAY)[0].criterion)
        for items in (
            (),
            (replace(project, account=None),),
            (project, account),
            (project, account, replace(one, leads=False)),
            (project, account, one),
            (project, account, replace(one, front_line=True)),
        )
    ]
    assert asked == [
        "The goal is not written down",
        "No client is named",
        "Nobody is named yet",
        "Nobody leads yet",
        "Nobody from the front line",
        "Goal and duties set",
    ]


def test_coverage_counts_and_says_what_is_left():
    shown = [(each.done, each.of, SAY(each.detail)) for each in coverage(context("en").records)]
    assert shown == [
        (12, 12, "Each has a source"),
        (19, 25, "Login interface code not optimised: being verified"),
        (5, 6, "1 has no date"),
        (2, 2, "1 reached its target"),
    ]


def test_sentences_of_one_interview_are_one_step():
    talk = Interview(id="i", project="p", code="V01")
    said = [
        Note(id=f"n{n}", project="p", interview="i", text="it fails", note_kind=NoteKind.PAIN, speaker="Wang")
        for n in range(2)
    ]
    [step] = next_steps(of(talk, *said), TODAY)
    assert (step.kind, step.count, step.item) == (GapKind.UNCONFIRMED, 2, said[0])
    assert SAY(step.message) == "2 sentences are not confirmed"
    assert SAY(step.detail) == "V01 · Wang"
    assert kinds(talk, *(replace(note, confirmation=Confirmation.CONFIRMED) for note in said)) == []


def test_what_is_late_comes_first_and_only_when_the_day_is_known():
    task = Task(id="t", project="p", text="do", owner_text="Lin", due=date(2025, 10, 24), solution="s")
    link = Link(project="p", from_="t", to="r", relation=Relation.SERVES)
    bare = Requirement(id="r", project="p", code="R1")
    assert kinds(task, link, bare) == [GapKind.OVERDUE, GapKind.UNSCORED]
    assert kinds(task, link, bare, today=date(2025, 10, 24)) == [GapKind.UNSCORED]
    assert GapKind.OVERDUE not in {gap.kind for gap in gaps(of(task, link, bare))}


def test_an_effect_is_due_until_it_is_measured_on_its_day():
    measure = Measure(id="m", project="p", title="failures", check_on=TODAY, solution="s")
    assert kinds(measure) == [GapKind.CHECK_DUE]
    assert kinds(replace(measure, check_on=date(2025, 10, 26))) == []


def test_an_urgent_requirement_without_evidence_is_a_gap_unless_it_was_rejected():
    urgent = Requirement(
        id="r", project="p", code="R1", value=5, urgency=5, value_reason="why", urgency_reason="why"
    )
    said = Link(project="p", from_="n", to="r", relation=Relation.EVIDENCE)
    assert kinds(urgent) == [GapKind.NO_EVIDENCE]
    assert kinds(urgent, said) == []
    assert kinds(replace(urgent, urgency=2)) == []
    assert kinds(replace(urgent, verdict="pseudo")) == []


def test_a_problem_asks_for_causes_their_proof_and_a_task():
    problem = Problem(id="p1", project="p", code="P01")
    cause = Cause(id="c", project="p", problem="p1", text="no headroom", root_claimed=True)
    proven = replace(cause, state=CauseState.VERIFIED)
    served = Link(project="p", from_="t", to="c", relation=Relation.SERVES)
    assert kinds(problem) == [GapKind.UNEXPLAINED]
    assert kinds(problem, cause) == [GapKind.UNVERIFIED_ROOT]
    assert kinds(problem, replace(cause, root_claimed=False, state=CauseState.VERIFYING)) == [
        GapKind.TO_VERIFY
    ]
    assert kinds(problem, proven) == [GapKind.NO_TASK]
    assert kinds(problem, proven, served) == []


def test_a_task_without_owner_and_date_is_one_step_not_two():
    plan = Solution(id="s", project="p", code="S01")
    task = Task(id="t", project="p", solution="s", text="do")
    assert kinds(plan, task) == [GapKind.NO_OWNER, GapKind.NO_CAUSE, GapKind.NO_EFFECT_CHECK]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_every_step_of_the_worked_example_is_said_in_words(language):
    shown = context(language)
    for step in next_steps(shown.records, date(2026, 1, 1)):
        for text in (step.message, step.detail, step.verb):
            said = shown.translate(text)
            assert said
            assert "{" not in said
    verbs = {shown.translate(step.verb) for step in next_steps(shown.records, date(2026, 1, 1))}
    assert all(len(verb) <= 12 for verb in verbs)
