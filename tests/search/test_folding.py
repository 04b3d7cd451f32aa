"""Folding: what people take for the same word is the same, and leads back to where it stands."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.search import fold, marks
from workbench.search.folding import joined, origins, simplified

texts = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from(list("導出导出登錄登录ＤＥＭＯé e\u0301ﬁßİ㎏\u3000①がか\u3099")),
    ),
    max_size=40,
)


def test_both_scripts_widths_and_cases_are_one():
    assert fold("導出ＷＯＲＤ") == fold("导出word") == "导出word"
    assert fold("登錄失敗") == fold("登录失败")
    assert fold("Café") == fold("CAFE\u0301") == "cafe"
    assert fold("一\u3000二\n三") == "一 二 三"


@given(texts)
def test_a_folded_text_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_how_a_character_is_composed_makes_no_difference(text):
    assert fold(unicodedata.normalize("NFKC", text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(texts, texts)
def test_texts_are_folded_character_by_character(one, other):
    assert fold(one + other) == fold(one) + fold(other)


@given(texts)
def test_every_folded_character_leads_to_the_one_it_was_made_of(text):
    places = origins(text)
    assert places == sorted(places)
    assert [fold(text[place]) for place in dict.fromkeys(places)] == [
        fold(char) for char in text if fold(char)
    ]


@given(texts, texts, texts)
def test_what_stands_in_a_text_is_marked_where_it_stands(before, word, after):
    text = before + word + after
    term = fold(word).strip()
    spans = marks(text, [term] if term else [])
    assert all(0 <= low < high <= len(text) for low, high in spans)
    assert bool(spans) == bool(term)
    assert not term or all(term in fold(text[low:high]) for low, high in marks(text, [term])[:1])


def test_marks_are_places_of_the_text_as_it_is():
    assert marks("說要恢復 ＰＤＦ 匯出", ["pdf", "恢复"]) == [(2, 4), (5, 8)]
    assert marks("ﬁnd", ["fi"]) == [(0, 1)]
    assert marks("cafe\u0301s", ["cafe"]) == [(0, 5)]
    assert marks("nothing", ["else"]) == []


def test_marks_that_touch_are_one():
    assert joined([(4, 6), (0, 2), (2, 3), (5, 9)]) == [(0, 3), (4, 9)]


def test_the_table_of_characters_is_that_of_opencc():
    assert simplified()["導"] == "导"
    assert len(simplified()) > 3500
