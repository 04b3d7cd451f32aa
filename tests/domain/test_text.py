"""Any text is only text: what no document can hold goes, everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import clean, one_line

everything = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_a_line_feed(mark):
    assert clean(f"a{mark}b") == "a\nb"


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufffe", "\uffff"])
def test_what_no_document_can_hold_goes(bad):
    assert clean(f"a{bad}b") == "ab"


@pytest.mark.parametrize(
    "good", ["\t", "=1+1", "客户", "\U0002070e", "👩‍👩‍👧", "e\u0301", "\u202e", "\ufeff", "\u3000", "<b>"]
)
def test_everything_else_stays(good):
    assert clean(f"a{good}b") == f"a{good}b"


@given(everything)
def test_clean_text_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)


@given(everything)
def test_clean_text_can_always_be_written(text):
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(everything)
def test_one_line_is_one_line_without_blanks_around(text):
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert line == line.strip()
