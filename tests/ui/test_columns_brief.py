"""A narrow column says what it holds in few words; documents keep the whole names."""

from forms.requirement_priority import FORM
from tests.ui.stand import sample, session_with
from ui.row_words import brief_names
from workbench.spec import Choice


def types(language):
    found = FORM.field("requirement_type")
    assert isinstance(found, Choice)
    context = session_with([FORM], sample(), language).context()
    return set(brief_names(found, context).values())


def test_the_word_that_all_types_end_in_is_left_out_of_the_column(qapp):
    assert types("en") == {"Business", "Technical", "Experience", "Strategic"}


def test_names_without_such_a_word_stay_whole(qapp):
    assert types("zh_CN") == {"业务型需求", "技术型需求", "体验型需求", "战略型需求"}


def test_the_document_s_columns_keep_their_names(qapp):
    context = session_with([FORM], sample(), "en").context()
    names = [each.column(context).title for each in FORM.fields]
    assert names[:3] == ["Requirement ID", "Requirement description", "Requirement type"]
