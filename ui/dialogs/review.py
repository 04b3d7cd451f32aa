"""What an import would change, before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import _


def review(
    window: QWidget, theme: Theme, voice: Voice, lines: Sequence[str], apply: Callable[[], object] | None
) -> Sheet:
    """Show the lines; with ``apply`` ask whether it shall be called, without it nothing can be imported."""
    sheet = Sheet(window, theme, voice, _("Import"))
    if apply is not None:
        sheet.add_words(_("These changes become one step, which undo takes back."))
    elif lines:
        sheet.add_words(_("Nothing can be imported yet. Mend these places in the file and import it again."))
    else:
        sheet.add_words(_("The file changes nothing here."))
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setPlainText("\n".join(voice.translate(line) for line in lines))
    text.setVisible(bool(lines))
    sheet.sayings.say(text.setAccessibleName, _("What the import changes"))
    sheet.add_area(text, 560, 240)
    if apply is None:
        sheet.add_button(_("Close"), sheet.reject, default=True).setFocus()
    else:
        _offer(sheet, apply)
    sheet.open()
    return sheet


def _offer(sheet: Sheet, apply: Callable[[], object]) -> None:
    def agreed() -> None:
        sheet.accept()
        apply()

    sheet.add_button(CANCEL, sheet.reject)
    sheet.add_button(_("Apply"), agreed, look="primary", default=True).setFocus()
