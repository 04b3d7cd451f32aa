"""Who speaks in a call, and which deadlines are mentioned in its lines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.calendar import WorkingCalendar
from workbench.rules.deadline_search import deadlines_in
from workbench.rules.speakers import speakers

DAY = date(2025, 9, 24)


@pytest.mark.parametrize(
    ("participants", "names"),
    [
        ("李经理、王工（技术主管）；主持 林主管，记录 何敏", ["李经理", "王工", "林主管", "何敏"]),
        ("Ms Li, Mr Wang (technical lead); host Lin, notes He Min", ["Ms Li", "Mr Wang", "Lin", "He Min"]),
        ("趙經理（客服主管）\n趙經理", ["趙經理"]),
        ("", []),
    ],
)
def test_the_names_are_found_without_roles_and_asides(participants, names):
    assert speakers(participants) == names


@pytest.mark.parametrize(
    ("line", "said", "due"),
    [
        ("下周一前要登录失败日志（王工）。", "下周一前", date(2025, 9, 29)),
        ("月底前上线就行", "月底前", date(2025, 9, 30)),
        ("Get the log by Monday (Mr Wang).", "by Monday", date(2025, 9, 29)),
        ("最晚 10月10日之前", "10月10日之前", date(2025, 10, 10)),
        ("兩個月內給我們", "兩個月內", date(2025, 11, 24)),
    ],
)
def test_a_deadline_in_a_line_is_found_in_its_own_words(line, said, due):
    [found] = deadlines_in(line, DAY, WorkingCalendar())
    assert (found.said, found.deadline.due) == (said, due)


@pytest.mark.parametrize("line", ["联调多花了三天", "我带 6 个人", "in our team", "登录失败", ""])
def test_a_length_of_time_is_no_deadline(line):
    assert deadlines_in(line, DAY, WorkingCalendar()) == []


@given(st.text(alphabet="今明下周月底前3个工作日内 by Monday,。年季5", max_size=20))
def test_what_is_found_stands_in_the_line(line):
    assert all(each.said in line for each in deadlines_in(line, DAY, WorkingCalendar()))
