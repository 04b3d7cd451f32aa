"""Where each item of the template document lives (templates.md section 3), in three languages."""

import pytest

from tests.sample import context, form
from workbench.domain import fields_of
from workbench.messages import translator
from workbench.rules.choices import BUILT_IN

FIELDS = {
    "T2-T5 scenario": ("project_brief", "scenario"),
    "T7 the lead": ("team", "leads"),
    "T8 departments": ("team", "department"),
    "T9 duties": ("team", "duties"),
    "T10 background": ("project_brief", "background"),
    "T11 industry": ("client_account", "industry"),
    "T11 size": ("client_account", "size"),
    "T11 history of cooperation": ("client_account", "history"),
    "T12 pain points": ("project_brief", "pain_points"),
    "T12 goal": ("project_brief", "goal"),
    "T15 mode": ("interview_outline", "mode"),
    "T17 real need": ("requirement_priority", "real_need"),
    "T18 kind of note": ("interview_notes", "note_kind"),
    "T19 T21 kind of source": ("source_documents", "type"),
    "T19 reference": ("source_documents", "reference"),
    "T22 internal session": ("internal_sessions", "participants"),
    "T23 common problems": ("internal_sessions", "summary"),
    "T24-T27 type": ("requirement_priority", "requirement_type"),
    "T28 goal link": ("requirement_priority", "goal"),
    "T30 why": ("requirement_priority", "why"),
    "T31 what": ("requirement_priority", "what"),
    "T32 who": ("requirement_priority", "who"),
    "T33 when": ("requirement_priority", "when"),
    "T34 where": ("requirement_priority", "where"),
    "T35 how": ("requirement_priority", "how"),
    "T36 feasibility": ("requirement_priority", "feasibility"),
    "T37 verdict": ("requirement_priority", "verdict"),
    "T38 class": ("requirement_priority", "priority"),
    "T40 iteration": ("requirement_priority", "iteration"),
    "T42 T43 phenomenon": ("problem_statement", "phenomenon"),
    "T42 T44 impact": ("problem_statement", "impact"),
    "T42 T45 scope": ("problem_statement", "scope"),
    "T46 sharpened scope": ("is_is_not", "is_not"),
    "T48 dimension": ("fishbone_analysis", "dimension"),
    "T49 class of a cause": ("fishbone_analysis", "class_"),
    "T51 claimed root": ("fishbone_analysis", "root_claimed"),
    "T52 amount": ("impact_estimate", "quantity"),
    "T52 basis": ("impact_estimate", "basis"),
    "T53 who bears it": ("impact_estimate", "on"),
    "T54 conclusion": ("problem_statement", "conclusion"),
    "T56 function": ("solution_outline", "function"),
    "T57 path": ("solution_outline", "path"),
    "T58 people": ("solution_outline", "people"),
    "T58 budget": ("solution_outline", "budget"),
    "T58 time": ("solution_outline", "time"),
    "T59 effect": ("solution_outline", "effect"),
    "T60 owner": ("implementation_plan", "owner_text"),
    "T61-T64 stage": ("implementation_plan", "stage"),
    "T65 goal agreed": ("solution_outline", "agreed_goal"),
    "T65 scope agreed": ("solution_outline", "agreed_scope"),
    "T65 effect agreed": ("solution_outline", "agreed_effect"),
    "T66 status": ("implementation_plan", "status"),
    "T67 progress": ("progress_report", "done"),
    "T68 risk": ("risk_log", "text"),
    "T69 check date": ("effect_measures", "check_on"),
    "T70 satisfaction": ("review", "satisfaction"),
    "T71 baseline": ("effect_measures", "baseline"),
    "T71 actual": ("effect_measures", "actual"),
    "T72 second analysis": ("effect_measures", "second_analysis"),
    "T73 retrospective": ("review", "to_change"),
    "T75 lessons": ("lessons", "text"),
    "T92 method": ("fishbone_analysis", "method"),
    "T97 paraphrase": ("interview_notes", "paraphrase"),
    "T97 confirmation": ("interview_notes", "confirmation"),
    "T98 wanted solution": ("requirement_priority", "wanted_solution"),
    "T103 front line": ("team", "front_line"),
    "T106 technology in place": ("solution_outline", "technology_ready"),
    "T106 people in place": ("solution_outline", "people_ready"),
    "T106 budget in place": ("solution_outline", "budget_ready"),
}
LISTS = {
    "T8": ("department", ["产品", "技术", "客服", "售后"]),
    "T9": ("duty", ["需求收集", "数据整理", "问题验证"]),
    "T24-T27 H1": ("requirement_type", ["业务型需求", "体验型需求", "战略型需求", "技术型需求"]),
    "T48": ("dimension", ["人员因素", "流程因素", "技术因素", "环境因素"]),
    "T92 T102": ("method", ["数据监测", "用户调研", "日志分析", "压力测试"]),
    "T39-T41 H9": ("quadrant_policy", ["优先满足", "规划迭代", "快速处理或委派", "暂缓或不做"]),
}


@pytest.mark.parametrize("item", FIELDS)
def test_the_item_has_its_field_in_the_window_and_in_three_languages(item):
    key, name = FIELDS[item]
    chosen = form(key)
    heads = chosen.head.fields if chosen.head else ()
    field = next(each for each in (*chosen.all_fields, *heads) if each.name == name)
    labels = {language: translator(language)(field.label) for language in ("zh_CN", "zh_TW", "en")}
    assert all(labels.values())
    assert labels["en"] not in (labels["zh_CN"], labels["zh_TW"])
    kinds = (chosen.record, chosen.head.record) if chosen.head else (chosen.record,)
    assert not field.editable or any(name in fields_of(kind) for kind in kinds)


@pytest.mark.parametrize("item", LISTS)
def test_the_built_in_choices_are_the_documents(item):
    name, texts = LISTS[item]
    assert list(context("zh_CN").texts(name).values()) == texts
    assert len(BUILT_IN[name]) == len(texts)


def test_h8_every_score_has_an_anchor_that_a_project_may_edit():
    shown = context("zh_CN")
    assert shown.texts("anchor_value")["5"].startswith("直接影响客户交易")
    assert shown.texts("anchor_urgency")["3"] == "下季度可上线"
    assert {*shown.texts("anchor_value"), *shown.texts("anchor_urgency")} == {"1", "2", "3", "4", "5"}


def test_h3_the_two_stages_are_short_and_long_term():
    labels = form("implementation_plan").field("stage").labels
    assert [translator("zh_CN")(text) for text in labels.values()] == ["问题修复", "长期优化"]


def test_h5_the_sample_says_background_as_people_do():
    first = form("interview_outline").rows(context("zh_CN"))[0]
    assert first.title == "背景了解"
