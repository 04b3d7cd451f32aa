"""Questions and answers that stand before the window."""

from ui.dialogs.sheet import Sheet, ask

__all__ = ["Sheet", "ask"]
