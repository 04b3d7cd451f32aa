"""What the tests of the window stand on: a real workspace over a store in memory, and a session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.form_view import FormView
from ui.inputs import LineInput, NoteInput
from ui.session import Session
from ui.theme import Look, Theme
from workbench.domain import Project, Record, Requirement
from workbench.spec import Form
from workbench.workspace import Batch, Loaded, Workspace

PROJECT = Project(id="demo", code="DEMO", title="登录失败与续约诊断")


class MemoryStore:
    """A store that keeps records while the test runs."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records = {item.id: item for item in records}
        self.batches: list[Batch] = []

    def load(self, scope: str | None) -> Loaded:
        return Loaded([item for item in self.records.values() if item.project == scope], (), ())

    def write(self, batch: Batch) -> None:
        self.batches.append(batch)
        for change in batch.changes:
            if change.after is None:
                self.records.pop(change.some.id, None)
            else:
                self.records[change.after.id] = change.after

    def changed_elsewhere(self) -> bool:
        return False


@cache
def theme() -> Theme:
    """One for the whole run: a window has one look."""
    return Theme(Look.LIGHT)


def session_with(forms: Sequence[Form], records: Iterable[Record] = (), language: str = "en") -> Session:
    store = MemoryStore([PROJECT, *records])
    theme().show_look(Look.LIGHT)
    theme().show_language(language)
    session = Session(Workspace(store, "Lin"), forms, theme(), language)
    session.workspace.open(None)
    session.show_project(PROJECT.id)
    return session


ROWS = (
    ("新增批量导出功能", "business", 4, "提升客户工作效率", 3, "非紧急,下季度可上线", "纳入二期迭代计划"),
    ("修复支付接口卡顿问题", "technical", 5, "直接影响客户交易", 5, "每日产生客诉", "本周内修复并上线"),
    ("登录高峰期稳定可用", "technical", 5, "", 5, "", "见问题 P01 · 服务器扩容"),
    ("报表自动生成与定时发送", "business", 4, "", 4, "", "二期首批"),
    ("审批由 5 步缩短到 2 步", "business", 4, "", 3, "", "与流程负责人确认"),
    ("遇到问题时能快速响应", "experience", 4, "直接影响续约", 3, "", "原诉求:增加人工客服"),
    ("工作流自动化", "business", 5, "", 3, "", "续约障碍,先给路线图"),
    ("Webhook 实时同步到内部系统", "technical", 3, "", 4, "", "已支持,发配置指南"),
    ("补全 API 文档示例", "experience", 3, "", 3, "", "安排技术培训"),
    ("恢复 PDF 导出", "business", 2, "", 4, "", "先用 Excel / CSV 替代"),
    ("金融行业定制解决方案", "strategic", 4, "", 2, "", "下季度立项评估"),
    ("密码重置步骤精简", "experience", 3, "", 2, "", ""),
    ("自定义界面主题色", "experience", 1, "", 1, "", "与核心目标无关"),
    ("导出 <b>文件</b> 名称很长很长很长很长很长很长很长很长很长很长 😀", "business", None, "", None, "", ""),
)


def requirement(number: int, row: tuple[object, ...] = ROWS[0]) -> Requirement:
    names = (
        "description",
        "requirement_type",
        "value",
        "value_reason",
        "urgency",
        "urgency_reason",
        "remark",
    )
    fields = dict(zip(names, row, strict=True))
    return Requirement(
        id=f"r{number}", project=PROJECT.id, position=float(number), code=f"DEMO{number:03d}", **fields
    )  # type: ignore[arg-type]


def sample() -> list[Requirement]:
    return [requirement(number, row) for number, row in enumerate(ROWS, 1)]


@contextmanager
def showing(qtbot: QtBot, form: Form) -> Iterator[Callable[..., FormView]]:
    """A function that opens a form's page in an active window; all are closed at the end."""
    views: list[FormView] = []

    def show(
        records: Iterable[Record] = (),
        form: Form = form,
        size: tuple[int, int] = (1216, 820),
        language: str = "en",
    ) -> FormView:
        view = FormView(form, session_with([form], records, language))
        views.append(view)
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.view.setFocus()
        return view

    yield show
    for view in views:
        view.close()


def items(view: FormView) -> list[Any]:
    return view.session.workspace.all(view.form.record, PROJECT.id)


def press(
    view: FormView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(view.view, key, modifiers)


def undo_label(view: FormView) -> str | None:
    step = view.session.workspace.next_undo(PROJECT.id)
    return view.session.translate(step.label) if step else None


def cell_editor(view: FormView, qtbot: QtBot) -> Any:
    """The editor that is open in a cell."""

    def found() -> list[QWidget]:
        inside = view.view.viewport().children()
        return [each for each in inside if isinstance(each, LineInput | NoteInput) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def put_in(box: QWidget, text: str) -> None:
    """Chinese comes from an input method: composed, then committed."""
    QCoreApplication.sendEvent(box, QInputMethodEvent("ke", []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(box, event)
