"""Outlines of interviews: the one that template 1 prints, and the copy that an interview works with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain import Interview, Outline, OutlineQuestion, OutlineStage, Point, Question, Record, Stage
from workbench.domain.outline import OutlinePoint
from workbench.domain.record import new_id
from workbench.messages import Message, Translate, trilingual


@dataclass(frozen=True)
class Plan:
    """An outline with its parts; those of other outlines do no harm."""

    stages: Iterable[OutlineStage]
    questions: Iterable[OutlineQuestion] = ()
    points: Iterable[OutlinePoint] = ()


@dataclass(frozen=True)
class _Printed:
    """A stage as the document prints it (T76-T79)."""

    title: Message
    minutes: int
    questions: tuple[Message, ...]
    points: tuple[Message, ...]


TITLE = trilingual(en="Client interview outline", zh_CN="客户访谈提纲", zh_TW="客戶訪談提綱")
_BACKGROUND = _Printed(
    trilingual(en="Background", zh_CN="背景了解", zh_TW="背景了解"),
    8,
    (
        trilingual(
            en="How is your company's business developing at present?",
            zh_CN="贵公司当前业务发展情况如何?",
            zh_TW="貴公司當前業務發展情況如何?",
        ),
        trilingual(
            en="What is the background of this requirement or problem?",
            zh_CN="本次提出需求/问题的背景是什么?",
            zh_TW="本次提出需求/問題的背景是什麼?",
        ),
    ),
    (
        trilingual(en="business stage", zh_CN="客户业务阶段", zh_TW="客戶業務階段"),
        trilingual(en="core goal", zh_CN="核心目标", zh_TW="核心目標"),
        trilingual(en="trigger event", zh_CN="触发事件", zh_TW="觸發事件"),
    ),
)
_NEEDS = _Printed(
    trilingual(en="Need elicitation", zh_CN="需求挖掘", zh_TW="需求挖掘"),
    15,
    (
        trilingual(
            en="Which specific problem do you want solved?",
            zh_CN="您希望解决的具体问题是什么?",
            zh_TW="您希望解決的具體問題是什麼?",
        ),
        trilingual(
            en="What would the ideal solution look like?",
            zh_CN="理想中的解决方案是什么样的?",
            zh_TW="理想中的解決方案是什麼樣的?",
        ),
    ),
    (
        trilingual(en="problem scenario", zh_CN="问题场景", zh_TW="問題場景"),
        trilingual(en="expected effect", zh_CN="期望效果", zh_TW="期望效果"),
        trilingual(en="latent need", zh_CN="隐性需求", zh_TW="隱性需求"),
    ),
)
_IMPACT = _Printed(
    trilingual(en="Impact assessment", zh_CN="影响评估", zh_TW="影響評估"),
    12,
    (
        trilingual(
            en="What exactly does the problem cost your business at present?",
            zh_CN="当前问题对业务造成了哪些具体影响?",
            zh_TW="當前問題對業務造成了哪些具體影響?",
        ),
        trilingual(
            en="What priority do you give to solving it?",
            zh_CN="您认为解决该问题的优先级如何?",
            zh_TW="您認為解決該問題的優先級如何?",
        ),
    ),
    (
        trilingual(en="impact scope", zh_CN="影响范围", zh_TW="影響範圍"),
        trilingual(en="quantified loss", zh_CN="损失量化", zh_TW="損失量化"),
        trilingual(en="urgency judgement", zh_CN="紧急度判断", zh_TW="緊急度判斷"),
    ),
)
_EXPECTATIONS = _Printed(
    trilingual(en="Cooperation expectations", zh_CN="合作期望", zh_TW="合作期望"),
    10,
    (
        trilingual(
            en="Within what time do you expect a solution?",
            zh_CN="您期望在多长时间内解决?",
            zh_TW="您期望在多長時間內解決?",
        ),
        trilingual(
            en="What specific demands do you have on our service?",
            zh_CN="对我们的服务有哪些具体要求?",
            zh_TW="對我們的服務有哪些具體要求?",
        ),
    ),
    (
        trilingual(en="time point", zh_CN="时间节点", zh_TW="時間節點"),
        trilingual(en="service standard", zh_CN="服务标准", zh_TW="服務標準"),
        trilingual(en="special needs", zh_CN="特殊需求", zh_TW="特殊需求"),
    ),
)


def built_in(translate: Translate) -> tuple[Outline, Plan]:
    """The outline of template 1 in one language; nothing of it is stored."""
    outline = Outline(title=translate(TITLE))
    stages, questions, points = [], [], []
    for place, printed in enumerate((_BACKGROUND, _NEEDS, _IMPACT, _EXPECTATIONS)):
        stage = OutlineStage(
            outline=outline.id, title=translate(printed.title), minutes=printed.minutes, position=float(place)
        )
        stages.append(stage)
        questions += [
            OutlineQuestion(stage=stage.id, text=translate(text), position=float(number))
            for number, text in enumerate(printed.questions)
        ]
        points += [
            OutlinePoint(stage=stage.id, text=translate(text), position=float(number))
            for number, text in enumerate(printed.points)
        ]
    return outline, Plan(stages, questions, points)


def copied(outline: Outline, plan: Plan, interview: Interview, first: float = 0.0) -> list[Record]:
    """An outline's stages, questions and points as an interview's own; ``first`` is the first position.

    Later changes to the outline do not touch the interview.
    """
    made: list[Record] = []
    own = sorted((s for s in plan.stages if s.outline == outline.id), key=lambda each: each.position)
    project = interview.project
    for place, stage in enumerate(own):
        copy = Stage(
            id=new_id(),
            project=project,
            position=first + place,
            interview=interview.id,
            title=stage.title,
            minutes=stage.minutes,
            may_skip=stage.may_skip,
        )
        made.append(copy)
        made += [
            Question(
                project=project, position=each.position, stage=copy.id, text=each.text, may_skip=each.may_skip
            )
            for each in sorted(plan.questions, key=lambda each: each.position)
            if each.stage == stage.id
        ]
        made += [
            Point(project=project, position=each.position, stage=copy.id, text=each.text)
            for each in sorted(plan.points, key=lambda each: each.position)
            if each.stage == stage.id
        ]
    return made
