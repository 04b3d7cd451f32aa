"""A call: from the press to the painted character in the input line, and from Enter to the painted line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QPlainTextEdit

from benchmarks.measuring import FRAME, Benchmark, Row, alternate, p95, timed
from benchmarks.records import PROJECT
from benchmarks.stage import key, put_away, session_with, settle, shown
from ui.interview.page import InterviewPage
from workbench.domain import Interview, Note, NoteKind, Record, Stage

KEYS = 8
"""How many keys for each round."""
LINES = 500
SECOND = 1000
KINDS = (NoteKind.NONE, NoteKind.PAIN, NoteKind.NEED, NoteKind.NUMBER, NoteKind.QUOTE)


def call(lines: int) -> list[Record]:
    """An interview with four stages and so many lines."""
    interview = Interview(
        id="v1", project=PROJECT.id, code="V01", title="李经理", participants="李经理、王工"
    )
    stages = [
        Stage(
            id=f"s{at}",
            project=PROJECT.id,
            interview="v1",
            title=f"环节 {at}",
            minutes=10,
            position=float(at),
        )
        for at in range(4)
    ]
    notes = [
        Note(
            id=f"n{at}",
            project=PROJECT.id,
            interview="v1",
            stage=f"s{at * 4 // lines}",
            at=at * 5 * SECOND,
            position=float(at),
            note_kind=KINDS[at % len(KINDS)],
            speaker="李经理" if at % 3 else "王工",
            text=f"第 {at} 行：高峰期每天 100 多单延迟，希望增加人工客服，下周五前给方案。",
        )
        for at in range(lines)
    ]
    return [interview, *stages, *notes]


def keys(size: int, rounds: int) -> Iterator[Row]:
    """A key in the input line of a call, against a plain editor in the same room with as many lines."""
    page = InterviewPage(session_with(call(size)))
    shown(page)
    box = page.entry.typing
    bare = QPlainTextEdit("\n".join(f"第 {at} 行：高峰期登录很慢。" for at in range(size)))
    bare.setFont(box.font())
    shown(bare, (page.lines.width(), page.lines.height() + page.entry.height()))
    bare.moveCursor(bare.textCursor().MoveOperation.End)
    page.activateWindow()
    box.setFocus()
    settle()
    ours, limit = alternate([key(box), key(bare)], rounds * KEYS)
    what = "key → painted character in a call"
    yield Row(f"{what}, p95", size, p95(ours), p95(limit), 1.3)
    yield Row(f"{what}, p95", size, p95(ours), FRAME, FRAME, absolute=True)

    def enter() -> None:
        box.show_text("")
        page.call.type("每天100多单延迟")
        box.show_text("每天100多单延迟")
        page.commit_line()

    said, painted = timed(enter), timed(settle)
    times = [said() + painted() for _round in range(rounds * KEYS)]
    yield Row("Enter → line kept and painted, p95", size, p95(times), FRAME, 100, absolute=True, grows=True)
    put_away(page, bare)


BENCHMARKS = (Benchmark("call", keys, (50, LINES)),)
