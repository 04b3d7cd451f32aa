"""How everything looks: colours, type and icons, all made from the tokens."""

from ui.theme.choice_box import ChoiceBox
from ui.theme.press import Press
from ui.theme.theme import SCALES, Look, Theme
from ui.theme.words import ElidedWords, Words

__all__ = ["SCALES", "ChoiceBox", "ElidedWords", "Look", "Press", "Theme", "Words"]
