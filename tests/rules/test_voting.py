"""What a room's votes say."""

import pytest

from workbench.messages import Refusal, translator
from workbench.rules.voting import AWAY, biggest_first, parse_row, tally

ROOM = ("Ann", "Bo", "Cy", "Di", "Ed")


def test_a_row_of_digits_is_one_vote_each_in_order():
    assert parse_row("34455", ROOM) == {"Ann": 3, "Bo": 4, "Cy": 4, "Di": 5, "Ed": 5}


@pytest.mark.parametrize("text", ["３４４５５", " 3 4 4 5 5 ", "3,4,4,5,5", "3、4、4、5、5"])
def test_full_width_digits_blanks_and_commas_are_welcome(text):
    assert list(parse_row(text, ROOM).values()) == [3, 4, 4, 5, 5]


def test_who_is_away_is_a_zero_or_a_dash_in_the_row():
    assert list(parse_row("30-－5", ROOM).values()) == [3, AWAY, AWAY, AWAY, 5]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("3445", "4 digits for 5 voters: 1 missing."),
        ("", "0 digits for 5 voters: 5 missing."),
        ("3445511", "7 digits for 5 voters: 2 too many."),
        ("34465", "“6” is no score: each digit is 1 to 5, or 0 for somebody who is away."),
        ("3445x", "“x” is no score: each digit is 1 to 5, or 0 for somebody who is away."),
        ("344²5²", None),
    ],
)
def test_a_wrong_row_is_refused_in_a_sentence(text, says):
    with pytest.raises(Refusal) as refused:
        parse_row(text, ROOM)
    assert says is None or translator("en")(refused.value.message) == says


def test_the_tally_shows_the_spread_and_who_stands_furthest_out():
    found = tally({"Ann": 2, "Bo": 4, "Cy": 4, "Di": 5, "Ed": 5})
    assert found.counts == (0, 1, 0, 2, 2)
    assert (found.median, found.spread, found.agreement, found.votes) == (4.0, 3, 0.4, 5)
    assert (found.highest, found.lowest) == (("Di", "Ed"), ("Ann",))


def test_where_all_agree_nobody_is_asked():
    found = tally({"Ann": 4, "Bo": 4})
    assert (found.spread, found.agreement, found.highest, found.lowest) == (0, 1.0, (), ())
    assert tally({}) is None


def test_a_median_between_two_scores_is_not_rounded_away():
    assert tally({"Ann": 3, "Bo": 4}).median == 3.5


def test_the_biggest_difference_comes_first_and_what_nobody_voted_on_last():
    votes = {"a": {"Ann": 4, "Bo": 4}, "b": {"Ann": 1, "Bo": 5}, "c": {"Ann": 3, "Bo": 5}}
    assert biggest_first(["a", "d", "b", "c"], votes) == ["b", "c", "a", "d"]
