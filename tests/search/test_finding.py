"""Records by any of their texts, the likeliest first."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain import Choice, ImpactEstimate, Note, Problem, Quantity, Requirement
from workbench.search import Rank, Shelf, fold, read_query, search
from workbench.search import shelf as shelves
from workbench.search.texts import texts_of, title_of

ITEMS = [
    Requirement(
        id="r1", project="p", code="DEMO001", description="新增批量导出功能", value_reason="提升客户工作效率"
    ),
    Requirement(
        id="r6", project="p", code="DEMO006", description="遇到问题时能快速响应", why="DEMO001 之后再说"
    ),
    Requirement(id="r16", project="p", code="DEMO016", description="导出要快", remark="Ｗebhook 高峰"),
    Note(
        id="n1", project="p", text="希望增加人工客服。", paraphrase="您的意思是遇到问题时能快速响应，对吗？"
    ),
    Problem(id="p1", project="p", code="P01", phenomenon="登錄高峰失敗"),
]


def ids(typed, items=ITEMS, **given):
    return [hit.item.id for hit in search([Shelf(items)], read_query(typed), **given)]


def test_a_title_comes_before_another_text():
    assert ids("快速响应") == ["r6", "n1"]


def test_a_code_comes_first_and_a_prefix_before_the_middle():
    assert ids("demo001") == ["r1", "r6"]
    assert ids("导出") == ["r16", "r1"]


def test_what_was_opened_lately_comes_first_among_its_like():
    assert ids("demo") == ["r1", "r6", "r16"]
    assert ids("demo", recent=["r16"]) == ["r16", "r1", "r6"]
    assert ids("快速响应", recent=["n1"]) == ["r6", "n1"]


def test_either_script_finds_the_other():
    assert ids("登录失败 高峰".replace(" ", "")) == []
    assert ids("登录") == ids("登錄") == ["p1"]
    assert ids("快速響應") == ids("快速响应")


def test_width_and_case_make_no_difference():
    assert ids("ＷＥＢＨＯＯＫ") == ids("webhook") == ["r16"]


def test_every_word_must_be_there_in_any_order_and_text():
    assert ids("效率 导出") == ["r1"]
    assert ids("高峰 导出") == ["r16"]
    assert ids("高峰 效率") == []


def test_one_chinese_character_finds_all_that_hold_it():
    assert sorted(ids("快")) == ["n1", "r16", "r6"]


def test_a_reading_finds_a_title():
    assert ids("ksxy") == ["r6"]
    assert ids("kuaisuxiangying") == ["r6"]
    assert ids("dlgfsb") == ["p1"]


def test_a_number_finds_the_code_that_ends_with_it():
    assert ids("#6")[0] == "r6"
    assert ids("#16") == ["r16"]
    assert ids("#p") == ["p1"]
    assert ids("#") == ["r1", "r6", "r16", "p1"]


def test_nothing_is_found_for_nothing():
    assert ids("") == []
    assert ids("\u0301") == []


def test_a_passage_says_which_text_has_the_words_and_where():
    [_title, hit] = search([Shelf(ITEMS)], read_query("快速響應"))
    passage = hit.passage
    assert passage is not None
    assert passage.field == "paraphrase"
    [(low, high)] = passage.spans
    assert passage.text[low:high] == "快速响应"
    assert search([Shelf(ITEMS)], read_query("ksxy"))[0].title_spans == [(6, 10)]


def test_a_long_text_is_cut_around_what_was_found():
    item = Note(id="n", text="标题", paraphrase="甲" * 500 + "目标" + "乙" * 500)
    [hit] = search([Shelf([item])], read_query("目标"))
    assert hit.passage is not None
    [(low, high)] = hit.passage.spans
    assert hit.passage.text[low:high] == "目标"
    assert len(hit.passage.text) < 100
    assert hit.passage.text.startswith("…")


def test_what_was_said_of_a_quantity_is_found_and_keys_of_lists_are_not():
    said = ImpactEstimate(id="i", text="订单", quantity=Quantity(said="每天 100 单左右"))
    assert ids("左右", [said]) == ["i"]
    assert ids("business", ITEMS) == []
    assert ids("anchor", [Choice(id="c", list="anchor", key="anchor")]) == []


def test_a_nearer_shelf_comes_first():
    near, far = Shelf([replace(ITEMS[0], id="near")]), Shelf([ITEMS[0]])
    assert [hit.item.id for hit in search([near, far], read_query("导出"))] == ["near", "r1"]
    assert [hit.rank for hit in search([near], read_query("导出"))] == [Rank.TITLE]


words = st.text("导出出登录高峰ab 1", max_size=6)
items = st.builds(
    lambda number, title, note: Requirement(id=f"r{number}", description=title, remark=note),
    st.integers(0, 12),
    words,
    words,
)


def scan(known, typed):
    """What a slow and simple search finds."""
    terms = fold(typed).split()
    whole = {
        i: [fold(title_of(item)), *(fold(text) for _n, text in texts_of(item))] for i, item in known.items()
    }
    return {
        i
        for i, texts in whole.items()
        if terms and all(any(term in each for each in texts) for term in terms)
    }


@settings(max_examples=150)
@given(st.lists(st.one_of(items, st.integers(0, 12)), max_size=40), words)
def test_after_any_changes_nothing_is_missed_and_nothing_is_made_up(small_blocks, steps, typed):
    shelf, known = Shelf(), {}
    for step in steps:
        if isinstance(step, int):
            shelf.remove(f"r{step}")
            known.pop(f"r{step}", None)
        else:
            shelf.put(step)
            known[step.id] = step
    assert len(shelf) == len(known)
    assert {i for block in shelf.blocks for i in (item.id for item in block.records)} == set(known)
    hits = search([shelf], read_query(typed))
    assert {hit.item.id for hit in hits if hit.rank is not Rank.SPELLED} == scan(known, typed) - {
        hit.item.id for hit in hits if hit.rank is Rank.SPELLED
    }


@pytest.fixture(scope="module")
def small_blocks():
    """Blocks of three records, so that there are several."""
    before, shelves.SIZE = shelves.SIZE, 3
    yield
    shelves.SIZE = before
