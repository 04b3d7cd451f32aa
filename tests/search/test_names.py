"""Names by the beginning, the middle, the reading, and with slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.search import Name, best, read_query
from workbench.search.names import Fit
from workbench.search.query import Sort
from workbench.search.readings import letters_of, readings, spelled

NAMES = [
    Name("export", "导出…", ("Export…",)),
    Name("report", "导出诊断报告(Word)"),
    Name("word", "导出 Word"),
    Name("open", "打开文件…", ("Open file…",)),
    Name("en", "Export diagnosis report"),
]


def found(typed, names=NAMES):
    return [each.what for each in best(names, read_query(typed), 9)]


@pytest.mark.parametrize("typed", ["dcw", "dc word", "daochuword", "daochuw", "DCW", "导出 word", "導出"])
def test_a_name_is_found_by_its_reading_or_its_words(typed):
    assert "word" in found(typed)


def test_letters_find_what_they_are_the_first_of():
    assert found("dcw") == ["word"]
    assert found("dczdbg") == ["report"]
    assert found("dkwj") == ["open"]


def test_the_english_name_finds_too_but_later():
    assert found("export") == ["en", "export"]
    assert found("open") == ["open"]


@pytest.mark.parametrize("typed", ["exprot", "exoprt", "diagnsis"])
def test_a_slip_is_forgiven(typed):
    assert "en" in found(typed)


def test_what_begins_comes_before_what_holds():
    names = [Name(1, "再次导出"), Name(2, "导出文件"), Name(3, "导出")]
    assert [each.fit for each in best(names, read_query("导出"), 9)] == [Fit.WHOLE, Fit.BEGINS, Fit.HOLDS]
    assert found("导出", names) == [3, 2, 1]


def test_the_place_of_a_reading_is_known():
    assert spelled("ksxy", "遇到问题时能快速响应") == (6, 10)
    assert spelled("kuaisux", "遇到问题时能快速响应") == (6, 9)
    assert spelled("cq", "重庆") == (0, 2)
    assert spelled("zq", "重庆") == (0, 2)
    assert spelled("ksxy", "慢") is None
    assert "hang" in readings("行")
    assert "xing" in readings("行")
    assert readings("a") == ()


@given(st.text("导出快速响应登录重行绿女 Wa", min_size=2, max_size=8), st.data())
def test_any_first_letters_of_a_text_spell_it(text, data):
    letters = "".join(
        data.draw(st.sampled_from(readings(char)))[0] if readings(char) else char.strip().lower()
        for char in text
    )
    assert not letters_of(letters) or spelled(letters, text)


def test_a_sign_narrows_the_search():
    assert read_query("> 导出").sort is Sort.COMMANDS
    assert read_query("＞导出").terms == ("导出",)
    assert read_query("#6").sort is Sort.CODES
    assert read_query("＃6").terms == ("6",)
    assert not read_query("  ")


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("Back up now", "back up", True),
        ("Restore backup…", "back up", False),
        ("立即备份", "备份", True),
        ("恢复备份…", "備份", True),
        ("立即备份", "bf", True),
        ("导出…", "dc", True),
        ("备份说明书", "说明", False),
        ("Speaker 1", "peak", False),
        ("Back", "b", False),
    ],
)
def test_a_name_is_meant_if_its_words_begin_as_typed(text, typed, meant):
    [found] = best([Name(1, text)], read_query(typed), 1)
    assert found.meant is meant
