"""A person at the window: only keys and the mouse, and widgets found by what they are called."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)


class Hands:
    """Types and clicks in a window or in the dialog above it."""

    def __init__(self, window, qtbot):
        self.window, self._qtbot = window, qtbot
        with qtbot.waitActive(window):
            window.activateWindow()

    @property
    def front(self):
        """The dialog that is open, or the window."""
        return QApplication.activeModalWidget() or self.window

    def keys(self, *names):
        """Press keys, each by its name, where the focus is."""
        self._come_to_front()
        for name in names:
            combination = QKeySequence(name)[0]
            target = _focus() or self.front
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def _come_to_front(self):
        """What a window system does when a dialog has gone."""
        if QApplication.activeWindow() is None:
            self.front.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is not None)

    def type(self, text):
        """Type Latin letters by keys, anything else by an input method."""
        self._come_to_front()
        self.wait(lambda: isinstance(_focus(), QLineEdit | QPlainTextEdit))
        if text.isascii():
            QTest.keyClicks(_focus(), text)
            return
        box = _focus()
        QCoreApplication.sendEvent(box, QInputMethodEvent("pin", []))
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(box, event)

    def found(self, name, kind=QWidget):
        """Everything of a name that can be seen and used."""
        named = [
            each for each in self.front.findChildren(kind) if name in (each.accessibleName(), _text(each))
        ]
        return [each for each in named if each.isVisible() and each.isEnabled()]

    def see(self, name, kind=QWidget):
        """Wait for something of a name."""
        self._qtbot.waitUntil(lambda: bool(self.found(name, kind)), timeout=10_000)
        return self.found(name, kind)[-1]

    def open_dialog(self, keys):
        """Press keys that open a dialog, and wait until one can type in it."""
        self.keys(keys)
        self.wait(lambda: self.front is not self.window and self.front.isAncestorOf(_focus() or self.window))

    def wait(self, condition):
        """Wait until something is so."""
        self._qtbot.waitUntil(condition, timeout=20_000)

    def click(self, name):
        """Click on something of a name."""
        QTest.mouseClick(self.see(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def fill(self, name, text):
        """Write into a field, in the place of what is there."""
        box = self.see(name)
        box = box.focusProxy() or box
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.wait(box.hasFocus)
        if not isinstance(box, QPlainTextEdit):
            self.keys("Ctrl+A")
        self.type(text)

    def choose(self, name, entry):
        """Choose an entry of a list by its first letters."""
        box = self.see(name, QComboBox)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        for _time in range(box.count()):
            if box.currentText() == entry:
                return
            self.keys("Down")
        for _time in range(box.count()):
            if box.currentText() == entry:
                return
            self.keys("Up")
        assert box.currentText() == entry, [box.itemText(row) for row in range(box.count())]

    def tick(self, name):
        """Tick a box by its key."""
        self.see(name, QCheckBox).setFocus(Qt.FocusReason.TabFocusReason)
        self.keys("Space")
        assert self.see(name, QCheckBox).isChecked()

    def tab(self, name):
        """Turn to a page of this phase."""
        [bar] = [each for each in self.window.findChildren(QTabBar) if each.isVisible()]
        names = [bar.tabText(at) for at in range(bar.count())]
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(names.index(name)).center())

    def table(self, name):
        """The rows of a page as they are shown."""
        view = self.see(name, QTableView)
        model = view.model()
        cells = [
            [model.index(row, column).data() or "" for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return [row for row in cells if any(row[1:])]

    def cell(self, name, text):
        """Click on a cell by its text."""
        view = self.see(name, QAbstractItemView)
        model = view.model()
        every = [
            model.index(row, column)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        index = next(each for each in every if each.data() == text)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def _focus():
    return QApplication.focusWidget()


def _text(widget):
    text = getattr(widget, "text", None)
    return text().strip() if callable(text) else ""


MOST_TABS = 90


class Keys(Hands):
    """A person without a mouse: Tab and F6 lead everywhere, Ctrl+K does the rest."""

    def reach(self, name, kind=QWidget):
        """Press Tab until something of a name has the focus."""
        self.see(name, kind)
        seen = []
        for _time in range(MOST_TABS):
            here = _focus()
            if here is not None and name in (here.accessibleName(), _text(here)):
                return here
            if here is not None and any(name == above.accessibleName() for above in _above(here, self.front)):
                return here
            seen.append(here.accessibleName() if here else None)
            self.keys("Tab")
        raise AssertionError((name, seen))

    def command(self, text):
        """Call a command, or go to a page, by its name."""
        self.keys("Ctrl+K")
        self.wait(lambda: isinstance(_focus(), QLineEdit))
        self.type(text)
        self.keys("Return")

    def click(self, name):
        """Press a button."""
        self.reach(name, QAbstractButton)
        self.keys("Space")

    def fill(self, name, text):
        """Write into a field, in the place of what is there."""
        box = self.reach(name)
        if not isinstance(box, QPlainTextEdit):
            self.keys("Ctrl+A")
        self.type(text)

    def choose(self, name, entry):
        """Choose an entry of a list by the arrows."""
        box = self.reach(name, QComboBox)
        entries = [box.itemText(row) for row in range(box.count())]
        assert entry in entries, entries
        while box.currentText() != entry:
            self.keys("Down" if entries.index(entry) > box.currentIndex() else "Up")

    def tick(self, name):
        """Tick a box."""
        box = self.reach(name, QCheckBox)
        self.keys("Space")
        assert box.isChecked()

    def tab(self, name):
        """Turn to a page of this phase."""
        [bar] = [each for each in self.window.findChildren(QTabBar) if each.isVisible()]
        names = [bar.tabText(at) for at in range(bar.count())]
        while _focus() is not bar:
            self.keys("F6")
        while bar.currentIndex() != names.index(name):
            self.keys("Right" if names.index(name) > bar.currentIndex() else "Left")

    def cell(self, name, text):
        """Go to a cell by its text."""
        view = self.reach(name, QAbstractItemView)
        self.keys("Ctrl+Home")
        model = view.model()
        for _time in range(model.rowCount() + 1):
            row = view.currentIndex().row()
            found = [
                column for column in range(model.columnCount()) if model.index(row, column).data() == text
            ]
            if found:
                while view.currentIndex().column() < found[0]:
                    self.keys("Right")
                return
            self.keys("Down")
        raise AssertionError(text)


def _above(widget, top):
    """What a widget stands in, up to the window: a field's name may be its frame's."""
    while (widget := widget.parentWidget()) is not None and widget is not top:
        yield widget
