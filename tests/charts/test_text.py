"""Guessing how wide a text will be, and breaking it into lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from ui.theme import fonts
from workbench.charts.hyphens import HYPHEN
from workbench.charts.scene import Align, Label
from workbench.charts.text import elide, line_height, placed, width, wrap
from workbench.tokens import TYPE

SAMPLES = (
    "新增批量导出功能",
    "審批由五步縮短到兩步（含財務）",
    "Webhook 实时同步到内部系统",
    "Fix the stuttering payment interface, WWW & MMM @ 100 %",
    "0123456789 ≥ 4 高 → 紧急度 “引号” — 100%",
    "café Ångström naïve",
)


@pytest.fixture(scope="module", autouse=True)
def _inter(qapp):
    fonts.load()


@pytest.mark.parametrize("style", ["cap", "capb", "micro", "body", "h1"])
@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("family", ["Inter", "Noto Sans CJK SC"])
def test_the_guess_is_never_narrower_than_the_installed_typefaces(family, text, style):
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not installed")
    size, weight, _height = TYPE[style]
    font = QFont()
    font.setFamilies([family, "Noto Sans CJK SC"])
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    real = QFontMetricsF(font).horizontalAdvance(text)
    assert real <= width(text, style) <= real * 1.45


def test_marks_and_joined_emoji_take_no_room_of_their_own():
    assert width("e\u0301", "cap") == width("e", "cap")
    assert width("中\ufe0f\u200b", "cap") == width("中", "cap")
    assert width("👨\u200d👩\u200d👧", "cap") == width("👨", "cap")
    assert width("👍🏽", "cap") == width("👍", "cap")


def test_bold_chinese_is_as_wide_as_plain_and_bold_latin_wider():
    assert width("需求", "capb") == width("需求", "cap") == 24
    assert width("need", "capb") > width("need", "cap")


def test_chinese_breaks_into_even_lines():
    assert wrap("金融行业定制解决方案", "cap", 90, 2) == ("金融行业定", "制解决方案")


def test_latin_breaks_at_blanks_and_long_words_inside():
    assert wrap("Simplify password reset", "cap", 100, 2) == ("Simplify", "password reset")
    assert all(width(line, "cap") <= 60 for line in wrap("Donaudampfschifffahrt", "cap", 60, 3))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Authentication for all", ("Authenti-", "cation for", "all")),
        ("Synchronisation", ("Synchro-", "nisation")),
        ("Department", ("Depart-", "ment")),
        ("Unauthorised-access notes", ("Unautho-", "rised-", "access", "notes")),
        ("Self-made", ("Self-", "made")),
        ("A-12345678901", ("A-123456", "78901")),
        ("Straße-Übersicht", ("Straße-", "Übersicht")),
    ],
)
def test_a_word_wider_than_a_line_is_divided_by_a_hyphen_and_never_torn(text, lines):
    assert wrap(text, "uib", 70, 4) == lines


def test_marks_never_begin_a_line_nor_brackets_end_one():
    for room in range(48, 120, 4):
        lines = wrap("先（甲），再「乙」。最后、丙！", "cap", room, 9)
        assert not any(line[0] in "），」。、！" for line in lines)
        assert not any(line[-1] in "（「" for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert wrap("金融行业定制解决方案", "cap", 60, 1) == ("金融行业…",)
    assert elide("短", "cap", 60) == "短"
    assert wrap("", "cap", 60, 2) == ()
    assert wrap(" \n ", "cap", 60, 2) == ()


def test_an_ellipsis_never_follows_a_letter_or_two_of_a_word():
    assert elide("More in the API document", "cap", 90) == "More in the…"
    assert elide("Authentication", "cap", 30) == "Au…"


def test_line_ends_become_blanks():
    assert wrap("one\n\ttwo", "cap", 200, 2) == ("one two",)


def test_an_emoji_family_is_not_torn_apart():
    family = "👨\u200d👩\u200d👧"
    assert all(line.replace(family, "") in {"", "…"} for line in wrap(family * 6, "cap", 40, 9))


@given(st.text(max_size=80), st.integers(24, 300), st.integers(1, 4))
def test_every_line_fits_and_nothing_is_lost_without_saying_so(text, room, lines):
    found = wrap(text, "cap", room, lines)
    assert len(found) <= lines
    assert all(width(line, "cap") <= room + 1e-6 for line in found)
    if found and not found[-1].endswith("…"):
        assert _letters("".join(found)) == _letters(text)


def _letters(text):
    return "".join(text.replace(HYPHEN, "").split())


@pytest.mark.parametrize("part", ["a", "中", " ", "e\u0301", "\u0301", "👍"])
def test_a_hundred_thousand_characters_take_no_longer_than_what_fits(part):
    huge, small = part * 100_000, part * 1_000
    wrap(huge, "cap", 200, 3)
    took = {}
    for text in (small, huge):
        start = time.perf_counter()
        for _turn in range(20):
            wrap(text, "cap", 200, 3)
        took[text] = time.perf_counter() - start
    assert took[huge] < 20 * took[small] + 0.02


@pytest.mark.parametrize(("align", "along"), [(Align.LEFT, -50), (Align.CENTRE, 0), (Align.RIGHT, 50)])
def test_lines_stand_around_the_middle_of_their_box(align, along):
    first, second = placed(Label(0, 0, 100, 60, ("a", "b"), align=align))
    assert first.along == second.along == along
    assert second.below - first.below == line_height("cap")
    assert first.below + second.below == pytest.approx(2 * 0.37 * 12)


def test_a_turned_label_runs_along_its_height():
    (only,) = placed(Label(0, 0, 18, 90, ("a",), align=Align.RIGHT, turned=True))
    assert only.along == 45
