"""How everything looks: colours, type and icons, all made from the tokens."""

from typing import TYPE_CHECKING, Any

from ui.theme.press import Press
from ui.theme.theme import SCALES, Look, Theme
from ui.theme.words import ElidedWords, Words

if TYPE_CHECKING:
    from ui.theme.choice_box import ChoiceBox

__all__ = ["SCALES", "ChoiceBox", "ElidedWords", "Look", "Press", "Theme", "Words"]


def __getattr__(name: str) -> Any:
    if name != "ChoiceBox":
        raise AttributeError(name)
    from ui.theme.choice_box import ChoiceBox  # late: the first paint shows none

    return ChoiceBox
