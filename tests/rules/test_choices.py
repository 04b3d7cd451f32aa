"""The lists a project chooses from: built in, as wanted, and in use."""

from dataclasses import replace

from workbench.domain import Choice
from workbench.messages import translator
from workbench.rules import choices
from workbench.rules.choices import Entry

ENGLISH = translator("en")


def test_a_new_project_begins_with_the_built_in_lists():
    made = list(choices.seeds("p"))
    assert [each.key for each in made if each.list == "dimension"] == [
        "people",
        "process",
        "technology",
        "environment",
    ]
    assert not any(each.text or each.hidden for each in made)


def test_a_new_project_begins_as_its_user_wants_it():
    wanted = {
        "department": [("own", "Finance", False), ("product", "", True)],
        "nonsense": [("x", "", False)],
    }
    made = [each for each in choices.seeds("p", wanted) if each.list == "department"]
    assert [(each.key, each.text, each.hidden) for each in made] == wanted["department"]
    assert {each.list for each in choices.seeds("p", wanted)} == set(choices.BUILT_IN) - {"holiday"}


def test_scores_keep_all_their_meanings_in_their_order():
    made = choices.complete("anchor_value", [("2", "few", True), ("9", "no score", False)])
    assert [entry.key for entry in made] == ["5", "4", "3", "2", "1"]
    assert made[3] == Entry("2", "few")


def test_a_hidden_entry_is_named_where_it_is_used_and_not_offered():
    own = list(choices.seeds("p"))
    own = [replace(each, hidden=True) if each.key == "product" else each for each in own]
    assert choices.texts(own, "department", ENGLISH)["product"] == "Product"
    assert list(choices.texts(own, "department", ENGLISH))[-1] == "product"
    assert "product" not in choices.offered(own, "department")


def test_a_list_without_records_is_the_built_in_one():
    assert choices.listed([], "method") == choices.built_in("method")
    assert choices.texts([Choice(list="else", key="k")], "else", ENGLISH) == {"k": "k"}
