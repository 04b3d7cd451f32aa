"""An interview with lines of every kind, some of them for us alone."""

from datetime import UTC, datetime

from workbench.domain import Account, Confirmation, Interview, Note, NoteKind, Point, Project, Stage
from workbench.rules.letters import call_of

PROJECT = Project(id="p", code="DEMO", title="Login", language="zh_CN")
ACCOUNT = Account(id="a", name="衡远冷链", remark="付款一向拖两个月")
INTERVIEW = Interview(
    id="v",
    project="p",
    code="V01",
    title="陈经理",
    account="a",
    started_at=datetime(2026, 3, 2, 6, tzinfo=UTC),
    private_remarks="他其实已经没有预算了\n下次带上总监",
)
STAGE = Stage(id="s", project="p", interview="v", title="背景了解", minutes=8)
POINT = Point(id="t", project="p", stage="s", text="核心目标")


def note(number, text, kind=NoteKind.NONE, confirmation=Confirmation.NONE, **fields):
    return Note(
        id=f"n{number}",
        project="p",
        interview="v",
        stage="s",
        at=number * 60_000,
        text=text,
        note_kind=kind,
        confirmation=confirmation,
        **fields,
    )


NOTES = (
    note(1, "随便聊聊天气"),
    note(
        2,
        "希望加人工客服",
        NoteKind.NEED,
        Confirmation.CONFIRMED,
        paraphrase="您的意思是出事时有人马上接，对吗？",
        real_need="客户对续约没有信心",
    ),
    note(3, "接口文档跑不通", NoteKind.PAIN),
    note(4, "每天４００多单", NoteKind.NUMBER, Confirmation.CONFIRMED, speaker="陈经理"),
    note(5, "下周三之前给方案", NoteKind.FOLLOW_UP, speaker="陈经理"),
    note(6, "每单损失多少？", NoteKind.QUESTION),
    note(7, "审批要五步，其实没人看", NoteKind.OBSTACLE),
    note(8, "他想升职所以着急", NoteKind.LATENT),
    note(9, "", NoteKind.MOMENT),
    note(10, "不解决就不续约", NoteKind.PAIN, Confirmation.REJECTED),
    note(11, "张总让我们看别家", NoteKind.QUOTE, Confirmation.CONFIRMED),
    note(12, "还在打字", NoteKind.NEED, draft=True),
)


def records(*others, notes=NOTES, interview=INTERVIEW):
    known = [PROJECT, ACCOUNT, interview, STAGE, POINT, *notes, *others]
    return lambda kind: [item for item in known if type(item) is kind]


def call(*others, notes=NOTES, interview=INTERVIEW):
    return call_of(records(*others, notes=notes, interview=interview), PROJECT, interview)
