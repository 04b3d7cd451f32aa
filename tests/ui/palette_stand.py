"""A window with a few records and the palette in it, for the tests of the palette."""

from tests.ui.hands import Hands
from tests.ui.stand import put_in
from ui.palette.feature import Palette
from ui.palette.rows import Row
from workbench.domain import Account, Interview, Note, Requirement
from workbench.messages import Message


class Desk:
    """A window with a few records, and the palette in it."""

    def __init__(self, program, qtbot):
        self.program, self.qtbot = program, qtbot
        self.hands = Hands(program.window, qtbot)
        self.palette = program.findChild(Palette)
        self.scope = program.desk.session.scope
        self.workspace = program.desk.session.workspace
        self.put(
            Requirement(
                id="r1", project=self.scope, code="DEMO001", description="新增批量导出功能", remark="二期"
            ),
            Requirement(
                id="r6", project=self.scope, code="DEMO006", description="遇到问题时能快速响应", urgency=4
            ),
            Interview(id="v1", project=self.scope, code="V01", title="李经理"),
            Note(id="n1", project=self.scope, interview="v1", text="希望加人", paraphrase="其实要快速响应"),
        )
        self.put(Account(id="a1", name="科技公司"))

    def put(self, *items):
        self.workspace.put(*items, label=Message("put"))

    def open(self, keys="Ctrl+K"):
        self.hands.keys(keys)
        self.qtbot.waitUntil(lambda: self.palette.is_open and self.palette.overlay.field.hasFocus())
        self.ready()

    def ready(self):
        self.qtbot.waitUntil(lambda: self.palette.index.is_whole(self.palette.finder.reach))

    def type(self, text):
        self.palette.overlay.field.clear()
        put_in(self.palette.overlay.field, text)
        return self.rows

    @property
    def items(self):
        return self.palette.overlay.list.rows.items

    @property
    def rows(self):
        return [item.text for item in self.items if isinstance(item, Row)]

    @property
    def titles(self):
        return [item for item in self.items if isinstance(item, str)]

    @property
    def chosen(self):
        return self.palette.overlay.list.chosen
