"""Colours that can be told apart, type in the right faces, icons that follow the theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.theme import Look, Theme, contrast, fonts, icons, style
from workbench import tokens

UI = Path(style.__file__).parents[1]
ICONS = UI / "assets" / "icons"


@pytest.fixture
def theme(qapp):
    return Theme(Look.LIGHT)


PALETTES = pytest.mark.parametrize(
    "colours",
    [tokens.LIGHT, tokens.DARK, tokens.CONTRAST, tokens.CONTRAST_LIGHT],
    ids=["light", "dark", "contrast", "contrast_light"],
)
HIGH = pytest.mark.parametrize("colours", [tokens.CONTRAST, tokens.CONTRAST_LIGHT], ids=["dark", "light"])


@PALETTES
def test_every_pair_can_be_read(colours):
    assert contrast.too_low(colours) == []


@HIGH
def test_high_contrast_is_high_for_every_pair_and_for_the_edges_of_buttons(colours):
    assert contrast.too_low(colours, high=True) == []
    assert contrast.ratio(colours["line2"], colours["surface"]) >= 4.5
    assert colours.keys() == tokens.LIGHT.keys()


@pytest.mark.parametrize(("look", "dark"), [(Look.CONTRAST, True), (Look.CONTRAST_LIGHT, False)])
def test_high_contrast_is_dark_or_light_and_has_a_thicker_ring(theme, look, dark):
    theme.show_look(look)
    assert (theme.is_dark, theme.ring) == (dark, 3)
    assert theme.colour("ink1") == QColor("#FFFFFF" if dark else "#000000")
    theme.show_look(Look.SYSTEM)
    assert theme.worn in set(Look) - {Look.SYSTEM}


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast.ratio(one, other) == pytest.approx(ratio, abs=0.01)


def test_the_focus_ring_stands_out_on_every_ground():
    assert {ground for ink, ground, _need in contrast.pairs() if ink == "focus"} >= {
        *contrast.GROUNDS,
        "press",
    }


def test_the_other_theme_has_the_same_names_and_other_colours(theme):
    light = dict(theme.colours)
    theme.show_look(Look.DARK)
    assert theme.is_dark
    assert theme.colours.keys() == light.keys()
    assert theme.colour("canvas") != light["canvas"]


def test_a_change_is_told_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.show_look(Look.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.show_look(Look.DARK)


def test_text_grows_between_its_limits(theme):
    assert theme.font("ui").pixelSize() == 13
    theme.show_scale(150)
    assert theme.font("ui").pixelSize() == 20
    theme.show_scale(1000)
    assert theme.scale == 150
    theme.show_scale(1)
    assert (theme.scale, theme.px(100)) == (90, 90)


def test_digits_have_one_width(theme):
    assert theme.font("ui").featureTags()


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux", "freebsd14"])
@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_inter_comes_first_and_chinese_in_its_own_faces(language, platform):
    found = fonts.families(language, platform)
    assert found[0] == "Inter"
    assert not any("TC" in face.split() for face in found if language != "zh_TW")
    assert not any("SC" in face.split() for face in found if language == "zh_TW")


def test_an_icon_is_painted_in_its_tone_and_anew_in_another_theme(theme):
    def colour():
        picture = theme.icon("plus", "accent").pixmap(QSize(16, 16)).toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() // 2)

    def is_near(found, token):
        wanted = QColor(token)
        pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)
        return found.alpha() > 128 and all(abs(one - other) < 6 for one, other in pairs)

    assert is_near(colour(), tokens.LIGHT["accent"])
    theme.show_look(Look.DARK)
    assert is_near(colour(), tokens.DARK["accent"])


def test_an_icon_is_sharp_on_a_fine_screen(theme):
    picture = icons.picture("plus", theme.colour("ink1"), 16, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def words_of(folders):
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")]
    return set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', "\n".join(texts)))


def test_only_the_icons_in_use_are_shipped_with_their_licences():
    used = words_of([UI, UI.parent / "forms", UI.parent / "workbench" / "spec"])
    assert [path.stem for path in ICONS.glob("*.svg") if path.stem not in used] == []
    assert (ICONS / "LICENSE.txt").exists()
    assert (UI / "assets" / "fonts" / "OFL.txt").exists()


@PALETTES
def test_the_style_sheet_leaves_what_qt_draws_well(colours):
    sheet = style.sheet(colours, lambda length: length)
    assert "$" not in sheet
    assert not re.search(r"QComboBox|QDateEdit|::item *{[^}]*height", sheet.replace("QMenu::item", ""))


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_the_icon_of_a_button_that_cannot_be_pressed_stands_out_from_its_ground(theme, look):
    theme.show_look(look)
    picture = theme.icon("plus", "on_accent").pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    found = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert contrast.ratio(found.name(), theme.colour("sunken").name()) > 2
