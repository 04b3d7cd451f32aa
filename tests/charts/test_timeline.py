"""The plan's timeline: bars where the dates are, states told by form and word, nothing on anything else."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF

from workbench.charts.scene import Box, Label, Line, Polygon
from workbench.charts.text import width
from workbench.charts.timeline import ROW, Texts, layout
from workbench.charts.timeline_scale import Days, Months
from workbench.domain.plan import PlanStage, Task, TaskStatus
from workbench.rules.calendar import WorkingCalendar
from workbench.tokens import LIGHT, TYPE

SHORT, LONG = PlanStage
OPEN, DOING, DONE, BLOCKED, DROPPED = TaskStatus
TEXTS = Texts(
    {SHORT: "问题修复", LONG: "长期优化"},
    dict(zip(TaskStatus, ("未开始", "进行中", "完成", "受阻", "已取消"), strict=True)),
    Months([f"{number}月" for number in range(1, 13)], "{year}年{month}"),
    "今天",
    "逾期 {days} 天",
    "— {words}",
    "{total} 项任务:{done} 项完成,{overdue} 项逾期,{undated} 项未定日期",
)
ENGLISH = Texts(
    {SHORT: "Problem fix", LONG: "Long-term optimisation"},
    dict(zip(TaskStatus, ("not started", "in progress", "done", "blocked", "dropped"), strict=True)),
    Months([date(2025, number, 1).strftime("%B") for number in range(1, 13)], "{month} {year}"),
    "today",
    "{days} days overdue",
    "— {words}",
    "{total} tasks: {done} done, {overdue} overdue, {undated} undated",
)
CHINA = WorkingCalendar()
START = date(2025, 9, 29)


def days(today=START):
    return Days(today, CHINA.is_working, lambda day: CHINA.holiday(day, "zh_CN"))


def task(name, stage=SHORT, start=None, due=None, status=OPEN, **fields):
    fields.setdefault("text", name)
    return Task(id=name, stage=stage, start=start, due=due, status=status, **fields)


DOCUMENT = [
    task("紧急扩容服务器带宽", SHORT, START, date(2025, 10, 10), DONE, owner_text="技术部*工程师"),
    task(
        "优化登录接口代码", SHORT, START, date(2025, 10, 10), DOING, owner_text="技术部*工程师", progress=60
    ),
    task("搭建负载监控系统", LONG, START, date(2025, 11, 29), owner_text="技术部*主管"),
    task("制定服务器容量评估规范", LONG, None, date(2025, 11, 29), owner_text="技术部*主管"),
    task("签订运维合同", LONG, deadline_text="客户验收后"),
]
"""T93, T94 with their dates, and a task nobody dated."""

NEAR = st.dates(date(2025, 1, 1), date(2027, 1, 1))
WORDS = st.one_of(
    st.sampled_from(["", "W" * 60, "一" * 50, "{x}", "👩‍👩‍👧 家", "a\nb"]), st.text(max_size=30)
)
TASKS = st.lists(
    st.builds(
        Task,
        stage=st.sampled_from(PlanStage),
        text=WORDS,
        owner_text=WORDS,
        deadline_text=WORDS,
        start=st.none() | NEAR,
        due=st.none() | NEAR,
        progress=st.integers(-5, 120),
        status=st.sampled_from(TaskStatus),
    ),
    max_size=12,
)


def labels(scene):
    return [shape for shape in scene.shapes if isinstance(shape, Label)]


def extent(shape):
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def solids(scene, record):
    """What stands for a task on the scale: bars, diamonds, strokes, as rectangles."""
    found = []
    for shape in scene.of(record):
        if isinstance(shape, Box) and shape.height < ROW:
            found.append(extent(shape))
        elif isinstance(shape, Polygon):
            xs, ys = zip(*shape.points, strict=True)
            found.append((min(xs), min(ys), max(xs), max(ys)))
        elif isinstance(shape, Line):
            found.append((shape.x1, shape.y1 - 1, shape.x2 + 1, shape.y2 + 1))
    return found


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.01 and min(a[3], b[3]) - max(a[1], b[1]) > 0.01


def assert_clear(scene, tasks):
    texts = [(shape, extent(shape)) for shape in labels(scene)]
    for (a, here), (b, there) in combinations(texts, 2):
        assert not overlap(here, there), (a, b)
    upright = [s for s in scene.shapes if isinstance(s, Line) and s.x1 == s.x2 and not s.record]
    bars = [bar for one in tasks for bar in solids(scene, one.id)]
    for text, here in texts:
        assert not any(overlap(here, bar) for bar in bars), text
        assert not any(overlap(here, (s.x1 - 0.5, s.y1, s.x1 + 0.5, s.y2)) for s in upright), text
        assert all(width(line, text.style) <= text.width + 0.01 for line in text.lines), text
    for shape in scene.shapes:
        if isinstance(shape, Box | Label):
            assert extent(shape)[0] >= 0 <= extent(shape)[1], shape
            assert extent(shape)[2] <= scene.width + 0.01, shape
            assert extent(shape)[3] <= scene.height + 0.01, shape


@given(TASKS, NEAR, st.sampled_from([TEXTS, ENGLISH]), st.sampled_from([300, 640, 960, 1600]))
def test_nothing_overlaps_in_any_plan(tasks, today, texts, room):
    scene = layout(tasks, days(today), texts, room)
    assert_clear(scene, tasks)
    assert {one.id for one in tasks} == {shape.record for shape in scene.shapes} - {""}


@given(st.sampled_from([1, 3, 10, 31, 90, 200, 400, 730, 4000, 40000]), st.integers(0, 300), st.booleans())
def test_the_scale_is_readable_from_days_to_years(span, offset, is_english):
    first = date(2025, 1, 1) + timedelta(days=offset)
    tasks = [task("a", start=first, due=first + timedelta(days=span - 1)), task("b", due=first)]
    scene = layout(tasks, days(first), ENGLISH if is_english else TEXTS)
    assert_clear(scene, tasks)
    heads = [label for label in labels(scene) if label.y == 0]
    assert 1 <= len(heads) <= 20
    assert any(str(first.year + extra) in label.lines[0] for label in heads for extra in range(120))


@pytest.mark.parametrize(("span", "ticks"), [(3, "day"), (14, "day"), (60, "week"), (730, "none")])
def test_days_are_numbered_as_far_as_there_is_room(span, ticks):
    last = START + timedelta(days=span - 1)
    scene = layout([task("a", start=START, due=last)], days(START - timedelta(days=90)), TEXTS)
    shown = [int(label.lines[0]) for label in labels(scene) if label.style == "cap" and label.y == 22]
    every = [START + timedelta(days=number) for number in range(-1, span + 1)]
    wanted = {"day": every, "week": [day for day in every if day.weekday() == 0], "none": []}[ticks]
    assert shown == [day.day for day in wanted]


def bar(scene, name):
    return next(s for s in scene.of(name) if isinstance(s, Box) and s.height < ROW)


def test_bars_run_from_the_morning_of_the_start_to_the_evening_of_the_due_day():
    scene = layout(DOCUMENT, days(), TEXTS)
    short, long = bar(scene, DOCUMENT[1].id), bar(scene, DOCUMENT[2].id)
    assert short.x == long.x
    assert short.width / 12 == pytest.approx(long.width / 62)
    part = [s for s in scene.of(DOCUMENT[1].id) if isinstance(s, Box) and s.height < ROW][1]
    assert part.width == pytest.approx(0.6 * short.width)


def test_a_due_date_alone_is_a_diamond_and_no_date_a_dash_with_the_words():
    scene = layout(DOCUMENT, days(), TEXTS)
    assert [s for s in scene.of(DOCUMENT[3].id) if isinstance(s, Polygon)]
    assert not [s for s in scene.of(DOCUMENT[3].id) if isinstance(s, Box) and s.height < ROW]
    assert not solids(scene, DOCUMENT[4].id)
    assert [s.lines[0] for s in scene.of(DOCUMENT[4].id) if isinstance(s, Label)][
        -1
    ] == "— 客户验收后 · 未开始"


def test_rows_are_grouped_by_stage_and_numbered_in_it():
    texts = [
        label.lines[0] for label in labels(layout(DOCUMENT, days(), TEXTS)) if label.style in {"ui", "uib"}
    ]
    assert texts == [
        "问题修复",
        "1. 紧急扩容服务器带宽",
        "2. 优化登录接口代码",
        "长期优化",
        "1. 搭建负载监控系统",
        "2. 制定服务器容量评估规范",
        "3. 签订运维合同",
    ]


def test_owners_are_named_and_long_texts_elided():
    long = task(
        "a",
        text="制定服务器容量评估规范,包括高峰估算与复核流程和应急预案",
        owner_text="技术部与客服部联合小组以及外部监理单位的现场负责人员",
    )
    shown = [s.lines for s in layout([long], days(), TEXTS).of("a") if isinstance(s, Label)]
    assert [lines[-1].endswith("…") for lines in shown] == [True, True, False]
    named = layout([task("a", owner_text="Engineering department, engineer")], days(), TEXTS).of("a")
    assert any(" ".join(getattr(s, "lines", ())).endswith("ment, engineer") for s in named)


def form(scene, name):
    """What a task looks like without colours, places and words."""
    found = []
    for shape in scene.of(name):
        if isinstance(shape, Box) and shape.height < ROW:
            found.append(("bar", bool(shape.edge), bool(shape.role), shape.dashed, shape.stroke))
        elif isinstance(shape, Polygon | Line):
            found.append(type(shape).__name__)
        elif isinstance(shape, Label):
            found.append(shape.struck)
    return found


def test_each_status_has_a_form_and_a_word():
    last = START + timedelta(days=9)
    tasks = [task(status.value, SHORT, START, last, status, progress=40) for status in TaskStatus]
    scene = layout(tasks, days(), TEXTS)
    forms = {one.id: form(scene, one.id) for one in tasks}
    assert all(forms[a] != forms[b] for a, b in combinations(forms, 2)), forms
    words = [[s.lines[0] for s in scene.of(one.id) if isinstance(s, Label)][-1] for one in tasks]
    assert words == ["未开始", "进行中 40%", "完成", "受阻", "已取消"]


@pytest.mark.parametrize("start", [START, None])
@pytest.mark.parametrize("status", TaskStatus)
def test_a_task_past_its_date_says_so_by_form_and_word(status, start):
    one = task("a", SHORT, start, START + timedelta(days=4), status, progress=40)
    before, after = (layout([one], days(START + timedelta(days=n)), TEXTS) for n in (4, 9))
    words = [s.lines[0] for s in after.of("a") if isinstance(s, Label)][-1]
    is_late = status not in {DONE, DROPPED}
    assert words.endswith("· 逾期 5 天") is is_late
    assert (form(before, "a") != form(after, "a")) is is_late
    dashes = [s for s in after.of("a") if isinstance(s, Line) and s.dashed]
    assert len(dashes) == is_late


def test_today_is_a_line_under_a_flag_unless_it_is_far_away():
    flags = [
        [
            label
            for label in labels(layout(DOCUMENT, days(START + timedelta(days=n)), TEXTS))
            if label.lines == ("今天",)
        ]
        for n in (-60, -10, 0, 30, 70, 400)
    ]
    assert [len(found) for found in flags] == [0, 1, 1, 1, 1, 0]


def test_days_off_are_shaded_and_holidays_named():
    scene = layout(DOCUMENT[:2], days(START - timedelta(days=60)), TEXTS)
    shaded = [s for s in scene.shapes if isinstance(s, Box) and s.role in {"sunken", "hover"} and s.x > 400]
    unit = bar(scene, DOCUMENT[0].id).width / 12
    assert [round(s.width / unit) for s in shaded] == [
        8
    ]  # 1 to 8 October; 28 September, 11 October are worked
    assert "国庆节" in [label.lines[0] for label in labels(scene)]


def test_the_sentence_counts():
    scene = layout(DOCUMENT, days(date(2025, 10, 11)), TEXTS)
    assert scene.sentence == "5 项任务:1 项完成,1 项逾期,1 项未定日期"


@pytest.mark.parametrize(
    "tasks", [[], [task("a")], [task("a", start=START)], [task("a", start=START, due=date.min)]]
)
def test_little_is_enough(tasks):
    assert_clear(layout(tasks, days(), TEXTS), tasks)


@pytest.mark.parametrize("first", [date.min, date(1949, 1, 1)])
@pytest.mark.parametrize("last", [date.max, date(2150, 1, 1)])
def test_absurd_dates_do_not_fail(first, last):
    tasks = [task("a", start=first, due=last)]
    assert_clear(layout(tasks, days(), TEXTS), tasks)


def test_every_text_fits_its_box_in_the_installed_typeface(qapp):
    for texts in (TEXTS, ENGLISH):
        for label in labels(layout(DOCUMENT, days(date(2025, 10, 20)), texts)):
            pixels, weight, _height = TYPE[label.style]
            font = QFont("Noto Sans CJK SC")
            font.setPixelSize(pixels)
            font.setWeight(QFont.Weight(weight))
            assert QFontMetricsF(font).horizontalAdvance(label.lines[0]) <= label.width, label


def test_all_colours_are_tokens():
    tasks = [
        task(f"{status}{n}", SHORT, s, START, status)
        for status in TaskStatus
        for n, s in enumerate([START, None])
    ]
    shapes = layout(tasks, days(START + timedelta(days=5)), TEXTS).shapes
    roles = {shape.role for shape in shapes} | {getattr(shape, "edge", "") for shape in shapes}
    assert roles - {""} <= LIGHT.keys()
