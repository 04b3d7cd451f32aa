"""An interview takes a copy of an outline along, and template 1 is built in."""

from __future__ import annotations

import pytest

from workbench.domain import (
    Interview,
    Outline,
    OutlinePoint,
    OutlineQuestion,
    OutlineStage,
    Point,
    Question,
    Stage,
)
from workbench.messages import LANGUAGES, translator
from workbench.rules.outlines import Plan, built_in, copied

INTERVIEW = Interview(id="v1", project="demo")


def of(kind, records):
    return [each for each in records if isinstance(each, kind)]


def test_the_built_in_outline_is_the_documents_four_stages_eight_questions_and_twelve_points():
    outline, plan = built_in(translator("zh_CN"))
    assert outline.title == "客户访谈提纲"
    assert [stage.title for stage in plan.stages] == ["背景了解", "需求挖掘", "影响评估", "合作期望"]
    assert [each.text for each in plan.questions][:2] == [
        "贵公司当前业务发展情况如何?",
        "本次提出需求/问题的背景是什么?",
    ]
    assert (len(plan.questions), len(plan.points)) == (8, 12)
    assert [each.text for each in plan.points][-3:] == ["时间节点", "服务标准", "特殊需求"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_it_is_said_in_every_language(language):
    _outline, plan = built_in(translator(language))
    texts = [each.text for each in (*plan.questions, *plan.points)]
    texts += [each.title for each in plan.stages]
    assert all(texts)
    assert all(text.isascii() for text in texts) == (language == "en")


def test_a_copy_belongs_to_the_interview_and_keeps_the_order():
    outline, plan = built_in(translator("en"))
    made = copied(outline, plan, INTERVIEW, first=5.0)
    stages = of(Stage, made)
    assert [(each.interview, each.project, each.position) for each in stages] == [
        ("v1", "demo", 5.0 + place) for place in range(4)
    ]
    assert [each.stage for each in of(Question, made)] == [s.id for s in stages for _two in range(2)]
    assert [each.stage for each in of(Point, made)] == [s.id for s in stages for _three in range(3)]
    assert len({each.id for each in made}) == 24


def test_parts_of_other_outlines_are_left_where_they_are():
    mine = Outline(id="o1", title="x")
    stage = OutlineStage(id="a", outline="o1", title="Mine", minutes=7, may_skip=True)
    other = OutlineStage(id="b", outline="o2", title="Other")
    plan = Plan(
        [other, stage],
        [OutlineQuestion(stage="a", text="q", may_skip=True), OutlineQuestion(stage="b", text="no")],
        [OutlinePoint(stage="b", text="no"), OutlinePoint(stage="a", text="p")],
    )
    made = copied(mine, plan, INTERVIEW)
    assert [(each.title, each.minutes, each.may_skip) for each in of(Stage, made)] == [("Mine", 7, True)]
    assert [(each.text, each.may_skip) for each in of(Question, made)] == [("q", True)]
    assert [each.text for each in of(Point, made)] == ["p"]
