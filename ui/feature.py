"""A part of the window with commands of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.actions import Command
    from ui.program import Program


class Feature(QObject):
    """Adds ``commands`` to the window: each calls the method of its name, or the shown page's."""

    commands: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.program = program

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """What each command calls here."""
        return {each.call: getattr(self, each.call) for each in self.commands if hasattr(self, each.call)}
