"""The four templates hold the document's own cells (T76-T95), from the worked example."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tests.sample import cells, context, form, records
from workbench.domain import Cause, Interview, Problem, Requirement, Solution, Task, kind_of
from workbench.rules.gaps import GapKind, gaps

LANGUAGES = ["zh_CN", "zh_TW", "en"]


def header(key, language):
    shown = context(language)
    return tuple(column.title for column in form(key).table([], shown).columns)


def test_t76_to_t80_the_interview_outline_is_the_documents():
    assert header("interview_outline", "zh_CN") == ("访谈环节", "核心问题", "记录要点")
    assert cells("interview_outline", "zh_CN") == [
        (
            "背景了解",
            "1.贵公司当前业务发展情况如何?\n2.本次提出需求/问题的背景是什么?",
            "客户业务阶段、核心目标、触发事件",
        ),
        (
            "需求挖掘",
            "1.您希望解决的具体问题是什么?\n2.理想中的解决方案是什么样的?",
            "问题场景、期望效果、隐性需求",
        ),
        (
            "影响评估",
            "1.当前问题对业务造成了哪些具体影响?\n2.您认为解决该问题的优先级如何?",
            "影响范围、损失量化、紧急度判断",
        ),
        (
            "合作期望",
            "1.您期望在多长时间内解决?\n2.对我们的服务有哪些具体要求?",
            "时间节点、服务标准、特殊需求",
        ),
    ]


def test_t81_to_t87_the_priority_table_is_the_documents():
    assert header("requirement_priority", "zh_CN") == (
        "需求编号",
        "需求描述",
        "需求类型",
        "价值评分(1-5分)",
        "紧急度评分(1-5分)",
        "优先级分类",
        "备注",
    )
    rows = {row[0]: row for row in cells("requirement_priority", "zh_CN")}
    assert rows["DEMO001"][1:] == (
        "新增批量导出功能",
        "业务型需求",
        "4(提升客户工作效率)",
        "3(非紧急,下季度可上线)",
        "高价值-低紧急度",
        "纳入二期迭代计划",
    )
    assert rows["DEMO002"][1:] == (
        "修复支付接口卡顿问题",
        "技术型需求",
        "5(直接影响客户交易)",
        "5(每日产生客诉)",
        "高价值-高紧急度",
        "本周内修复并上线",
    )


def test_t88_to_t92_the_fishbone_table_is_the_documents_and_a_deeper_root_makes_its_row_a_yes():
    assert header("fishbone_analysis", "zh_CN") == (
        "分析维度",
        "潜在原因(直接原因)",
        "验证方式(如数据监测、用户调研)",
        "是否根本原因",
    )
    rows = cells("fishbone_analysis", "zh_CN")
    for row in (
        ("人员因素", "客户操作错误(如密码输错)", "调取登录失败日志,分析错误类型占比", "否"),
        ("流程因素", "密码重置流程复杂", "访谈客服,确认客户反馈的重置难点", "否"),
        ("技术因素", "服务器并发连接数不足", "监控服务器峰值连接数,超负荷阈值80%", "是"),
        ("环境因素", "客户网络环境不稳定", "协助客户测试不同网络下的登录成功率", "否"),
    ):
        assert row in rows


def test_h2_a_row_is_no_root_once_the_root_below_it_is_no_longer_verified():
    below = next(item for item in records("zh_CN") if isinstance(item, Cause) and "前期需求调研" in item.text)
    shown = context("zh_CN", [replace(below, root_claimed=False)])
    row = next(item for item in shown.records(Cause) if item.text == "服务器并发连接数不足")
    assert form("fishbone_analysis").field("root").text(row, shown) == "否"


def test_the_root_below_a_row_is_a_note_under_the_table():
    shown = context("zh_CN")
    items = form("fishbone_analysis").rows(shown, shown.records(Problem)[0])
    assert any(
        "前期需求调研未预估用户量增长" in note for note in form("fishbone_analysis").notes(items, shown)
    )


def test_writing_yes_stores_the_claim_and_no_more():
    shown = context("zh_CN")
    field = form("fishbone_analysis").field("root")
    assert field.read("是", shown) == {"root_claimed": True}
    assert field.read("否", shown) == {"root_claimed": False}
    assert field.read("待验证", shown) == {}


def test_t93_to_t95_the_plan_is_the_documents_and_shared_cells_are_merged():
    assert header("implementation_plan", "zh_CN") == ("实施阶段", "具体任务", "负责人", "时间节点")
    rows = cells("implementation_plan", "zh_CN")
    assert rows[:4] == [
        ("问题修复", "1.紧急扩容服务器带宽", "技术部*工程师", "3个工作日内"),
        ("问题修复", "2.优化登录接口代码", "技术部*工程师", "3个工作日内"),
        ("长期优化", "1.搭建负载监控系统", "技术部*主管", "2个月内"),
        ("长期优化", "2.制定服务器容量评估规范", "技术部*主管", "2个月内"),
    ]
    assert form("implementation_plan").merged == ("stage", "owner_text", "deadline_text")


def test_t93_three_working_days_from_29_september_end_on_10_october():
    shown = context("zh_CN")
    plan = shown.records(Solution)[0]
    task = Task(project=plan.project, solution=plan.id, deadline_text="3个工作日内")
    done = form("implementation_plan").completed(None, task, shown)
    assert done.due == date(2025, 10, 10)


def test_a_deadline_nobody_can_read_is_kept_and_said_to_be_unread():
    shown = context("en")
    task = Task(project="sample-demo", text="x", deadline_text="when the stars align")
    done = form("implementation_plan").completed(None, task, shown)
    assert (done.deadline_text, done.due) == ("when the stars align", None)
    assert form("implementation_plan").field("deadline_text").problem(done, shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_example_is_as_large_as_promised(language):
    counts = Counter(kind_of(type(item)) for item in records(language))
    assert counts["interview"] >= 2
    assert counts["note"] >= 25
    assert counts["requirement"] >= 13
    assert counts["problem"] >= 2
    assert counts["cause"] >= 14
    assert counts["solution"] == 1
    assert counts["task"] >= 6
    assert counts["measure"] >= 2
    assert counts["link"] >= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_of_the_worked_example_leads_somewhere(language):
    found = {item.id: item for item in records(language)}
    for item in found.values():
        for name in (
            "interview",
            "stage",
            "problem",
            "parent",
            "solution",
            "measure",
            "account",
            "from_",
            "to",
            "member",
        ):
            target = getattr(item, name, None)
            if target is not None and not isinstance(item, Task if name == "stage" else ()):
                assert target in found, (item.id, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_example_shows_the_gaps_of_the_method(language):
    kinds = {gap.kind for gap in gaps(context(language).records)}
    assert {
        GapKind.UNCONFIRMED,
        GapKind.NO_REASON,
        GapKind.UNVERIFIED_ROOT,
        GapKind.NO_OWNER,
        GapKind.NO_DATE,
    } <= kinds


def test_a_new_project_has_no_gap_to_speak_of():
    assert list(gaps(lambda _kind: [])) == []


def test_each_missing_thing_is_a_gap_of_its_own():
    plan = Solution(id="s", project="p", code="S01")
    task = Task(id="t", project="p", solution="s", text="do it")
    bare = Requirement(id="r", project="p", code="P001")

    def of(kind):
        return {Solution: [plan], Task: [task], Requirement: [bare]}.get(kind, [])

    assert [gap.kind for gap in gaps(of)] == [
        GapKind.UNSCORED,
        GapKind.NO_OWNER,
        GapKind.NO_DATE,
        GapKind.NO_CAUSE,
        GapKind.NO_EFFECT_CHECK,
    ]


def test_editing_the_questions_of_a_stage_changes_the_question_records():
    shown = context("zh_CN")
    outline = form("interview_outline")
    stage = outline.rows(shown, shown.records(Interview)[0])[0]
    field = outline.field("questions")
    change = field.related(stage, "1.第一个?\n2.第二个?\n3.第三个?", shown)
    assert [item.text for item in change.put] == ["第一个?", "第二个?", "第三个?"]
    assert len({item.id for item in change.put}) == 3
    fewer = field.related(stage, "1.贵公司当前业务发展情况如何?", shown)
    assert (fewer.put, len(fewer.remove)) == ((), 1)
    assert field.related(stage, field.text(stage, shown), shown).put == ()
