"""A report and records for the tests of the writers and readers."""

from pathlib import Path

import openpyxl

from workbench.charts.scene import Box, Scene
from workbench.domain import Project, Requirement
from workbench.messages import translator
from workbench.report import (
    Column,
    Facts,
    Figure,
    Group,
    Heading,
    Kind,
    PageBreak,
    Paragraph,
    Report,
    Row,
    Table,
    Title,
)
from workbench.spec import Context

LANGUAGES = ("zh_CN", "zh_TW", "en")
PROJECT = Project(id="p1", code="DEMO", title="登录诊断", language="zh_CN")
SCENE = Scene(640, 500, (Box(20, 20, 300, 200, "red_bg"),), "四象限：立即做 1 条")
TONES = {"高": "red", "低": "grey"}
COLUMNS = (
    Column("code", "需求编号", 12),
    Column("description", "需求描述", 32),
    Column("value", "价值评分(1-5分)", 24),
    Column("class", "优先级", 10, tones=TONES, derived=True),
)
WORKING = (
    Column("value.score", "分数", 10, Kind.NUMBER, low=1, high=5),
    Column("value.type", "类型", 10, choices=("业务型", "技术型")),
    Column("class.live", "实时", 10, formula='IF({value.score}>=4,"高","低")', derived=True, tones=TONES),
    Column("id", "id", 16),
)

AWKWARD = (
    "=1+1", "+1", "-1", "@x", "\tq", "a\rb", "#N/A", "007", "1-2", "1E10", "1234567890123456789",
    "TRUE", "2026-01-01", "line\nline", "soft\x0breturn", "page\x0cend", "nul\x00l", "esc\x1b[0m", "\ufffe",
    "\ud800lone", "a\r\nb", "u\u2028s", "R&D", "<b>x</b>", "<r>x</r>", '<img src="x">', "<div>" * 500, "[*]",
    "$x$", r"$\foo$",
    "{{ x }}", "{x}", "%s", "x" * 40_000, "😀" * 20_000, "字" * 3_000, "z\u0300\u0301\u0302" * 9,
    "👩‍👩‍👧", "𠀀", "\u202eabc",
    "_x000D_", "_x005F_", "  lead", "trail  ", "'quoted", "(one (two)", "]]>", "&amp;",
)  # fmt: skip
"""Texts that have broken other programs."""


def row(number, *, text="提升导出速度", score=4, level=0):
    """A row of the sample table."""
    name = "高" if score >= 4 else "低"
    cells = (f"DEMO{number:03d}", text, f"{score}(提升客户工作效率)", name)
    return Row(cells, (score, "业务型", name, f"r{number}"), f"r{number}", level)


def table(count=3, **more):
    """The sample table."""
    return Table(
        COLUMNS, tuple(row(n, score=n % 5 + 1) for n in range(1, count + 1)), WORKING, form="sample", **more
    )


def report(*blocks, language="zh_CN"):
    """A report of some blocks."""
    marks = (("project", "p1"), ("language", language))
    return Report("登录诊断", language, blocks, author="作者", footer="客户 & 我方 · 2026", marks=marks)


def whole(language="zh_CN"):
    """A report with every kind of block."""
    grouped = Table(
        COLUMNS,
        (Group("高价值", "red"), row(1), row(2, level=1), Group("低价值"), row(3, score=1)),
        WORKING,
        form="sample",
    )
    return report(
        Title("登录诊断", (("客户", "XX 科技"), ("目标", "少打电话"))),
        Heading("需求优先级评估表"),
        Paragraph("四分及以上为高。"),
        grouped,
        Paragraph("说明", "note"),
        Figure(SCENE, "四象限", "四象限：立即做 1 条", ("value.score", "value.score", "code")),
        Paragraph("原话", "quote"),
        PageBreak(landscape=True),
        Heading("问题诊断"),
        Heading("P01", 2),
        Facts((("现象", "登录失败"),)),
        table(2, head="P1"),
        Heading("P02", 2),
        table(2, head="P2"),
        PageBreak(),
        Figure(SCENE, "鱼骨图", "鱼骨"),
        language=language,
    )


def context(items, language):
    """The sample project with some records, seen in a language."""
    return Context(PROJECT, translator(language), lambda kind: [item for item in items if type(item) is kind])


def requirement(number, **values):
    """A requirement of the sample project."""
    given = {
        "code": f"DEMO{number:03d}",
        "description": f"需求 {number}",
        "position": float(number),
        **values,
    }
    return Requirement(id=f"r{number}", project="p1", **given)


def result(job):
    """What a job comes to."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def save(writer, what: Report, path: Path) -> Path:
    """Write a report with one of the writers."""
    assert list(writer.write(what, path))
    return path


def book(path, *rows, **more):
    """A plain workbook of other people's."""
    found = openpyxl.Workbook()
    for row in rows:
        found.active.append(row)
    for name, value in more.items():
        found.active[name] = value
    found.save(path)
    return path


class Edited:
    """An exported workbook opened as a user would, with cells by code and title."""

    def __init__(self, path):
        self.path, self.book = path, openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[1]
        self.top = next(r[1].row for r in self.sheet.iter_rows() if r[1].value == "需求编号")
        self.columns = {c.value: c.column for c in self.sheet[self.top] if c.value}

    def row(self, code):
        return next(r[1].row for r in self.sheet.iter_rows(min_row=self.top + 1) if r[1].value == code)

    def set(self, code, title, value):
        self.sheet.cell(self.row(code), self.columns[title]).value = value
        return self

    def add(self, **cells):
        """Fill in the row below the last one with a code."""
        codes = [row[1].row for row in self.sheet.iter_rows() if str(row[1].value).startswith("DEMO")]
        for title, value in cells.items():
            self.sheet.cell(max(codes) + 1, self.columns[title]).value = value
        return self
