"""A narrow column says what it holds in few words; documents keep the whole names."""

from dataclasses import replace

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


def test_what_all_types_end_in_is_left_out_where_words_have_no_blanks(qapp):
    assert types("zh_CN") == {"业务型", "技术型", "体验型", "战略型"}
    assert types("zh_TW") == {"業務型", "技術型", "體驗型", "戰略型"}


def test_names_without_such_a_word_stay_whole(qapp):
    found = FORM.field("verdict")
    names = set(replace(found, brief=found.label).entries(session_with([FORM]).context()).values())
    shown = brief_names(replace(found, brief=found.label), session_with([FORM]).context())
    assert set(shown.values()) == names


def test_the_document_s_columns_keep_their_names(qapp):
    context = session_with([FORM], sample(), "en").context()
    names = [each.column(context).title for each in FORM.fields]
    assert names[:3] == ["Requirement ID", "Requirement description", "Requirement type"]
