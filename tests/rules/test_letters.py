"""What is written after a call: everything agreed is in it, and nothing that is ours alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.calls import INTERVIEW, NOTES, call, note
from workbench.domain import Confirmation, ImpactEstimate, NoteKind, SourceDocument, SourceType
from workbench.domain.problem import Visibility
from workbench.messages import LANGUAGES, Refusal, translator
from workbench.rules.letters import Part, Piece, parsed, plain
from workbench.rules.letters_check import checked, leaks, secrets
from workbench.rules.letters_client import confirmation, open_notes
from workbench.rules.letters_minutes import minutes
from workbench.rules.letters_said import statement

CHINESE = translator("zh_CN")
INTERNAL = (
    "他其实已经没有预算了",
    "下次带上总监",
    "付款一向拖两个月",
    "客户对续约没有信心",
    "审批要五步",
    "他想升职",
)


def letter(of=None, language="zh_CN", signed=""):
    translate = translator(language)
    return plain(confirmation(of or call(), translate, signed), translate)


def test_what_was_confirmed_stands_before_what_is_to_be_confirmed():
    text = letter()
    assert text.index("出事时有人马上接") < text.index("接口文档跑不通")


def test_a_paraphrase_is_written_as_a_statement():
    assert "· 出事时有人马上接\n" in letter()
    assert "您的意思是" not in letter()


def test_the_words_of_a_figure_are_kept():
    assert "每天４００多单" in letter()


def test_a_follow_up_names_who_raised_it():
    assert "下周三之前给方案（陈经理提出）" in letter()


def test_an_open_question_is_asked_again():
    assert "每单损失多少？" in letter()


def test_it_greets_thanks_and_is_signed():
    text = letter(signed="云启科技 林主管")
    assert "衡远冷链的各位" in text
    assert "2026年3月2日" in text
    assert text.endswith("云启科技 林主管\n")


@pytest.mark.parametrize("words", [*INTERNAL, "随便聊聊天气", "不解决就不续约", "看别家", "还在打字"])
def test_what_is_ours_alone_is_not_in_it(words):
    assert words not in letter()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_and_gives_nothing_away(language):
    text = letter(language=language)
    assert "衡远冷链" in text
    assert leaks(text, secrets(call())) == []


def test_one_that_was_not_begun_has_no_date():
    assert "感谢您抽出时间与我们沟通。" in letter(call(interview=replace(INTERVIEW, started_at=None)))


SECRET = st.text(alphabet="ｘＸx鑫龘 𠮷\u202e\u200b=+@1", min_size=1, max_size=40)
OPEN = st.text(alphabet="甲乙丙 <b>&=-", min_size=1, max_size=40)


@given(remarks=SECRET, hidden=SECRET, said=OPEN)
def test_whatever_is_written_in_private_stays_there(remarks, hidden, said):
    notes = [note(1, said, NoteKind.NEED), note(2, hidden, NoteKind.OBSTACLE)]
    one = call(notes=notes, interview=replace(INTERVIEW, private_remarks=remarks))
    for language in LANGUAGES:
        text = letter(one, language)
        assert leaks(text, secrets(one)) == []
        assert hidden.strip() == "" or len(hidden.strip()) < 4 or hidden.strip() not in text


@pytest.mark.parametrize(
    "typed",
    [
        "顺便说一句，他其实已经没有预算了。",
        "他 其实、已经没有 预算了",
        "付款一向拖两个月",
        "下次带上总监",
    ],
)
def test_internal_words_that_somebody_types_in_are_refused_by_name(typed):
    with pytest.raises(Refusal) as told:
        checked(letter() + typed, call())
    assert CHINESE(told.value.message).startswith("「")
    assert "内部内容" in CHINESE(told.value.message)


def test_competitor_news_and_internal_estimates_are_secrets_too():
    others = (
        SourceDocument(
            id="d", project="p", type=SourceType.COMPETITOR_NEWS, summary="ACME offers it at half price"
        ),
        ImpactEstimate(id="i", project="p", basis="我方每月亏三万", visibility=Visibility.INTERNAL),
    )
    one = call(*others)
    assert checked(letter(one), one) == letter(one)
    for typed in ("acme  OFFERS it, at half price!", "我方每月亏三万"):
        with pytest.raises(Refusal):
            checked(typed, one)


def test_what_the_client_said_aloud_is_no_secret():
    one = call(interview=replace(INTERVIEW, private_remarks="接口文档跑不通"))
    assert "接口文档跑不通" in checked(letter(one), one)


def test_a_short_secret_is_found_as_a_whole_line_only():
    one = call(interview=replace(INTERVIEW, private_remarks="砍价"))
    assert checked("我们不砍价格", one)
    with pytest.raises(Refusal):
        checked("第一行\n· 砍价！\n", one)


@pytest.mark.parametrize(
    ("asked", "said", "correction"),
    [
        ("您的意思是希望自动生成报表，对吗？", "希望自动生成报表", ""),
        ("您的意思是簽核太慢，對嗎？", "簽核太慢", ""),
        ("So payment is slow, is that right?", "Payment is slow", ""),
        ("You mean payment is slow — is that right?", "Payment is slow", ""),
        ("您的意思是客服能看到，对吗？客户更正：经销商也要。", "客服能看到", "经销商也要。"),
        ("Sooner is better", "Sooner is better", ""),
        ("您的意思是「报表要快」，对吗？", "报表要快", ""),
        ("您的意思是说「提升效率」，实际是缩短审批，对吗？", "说「提升效率」，实际是缩短审批", ""),
        ("You mean “faster” is shorter approval — is that right?", "“faster” is shorter approval", ""),
        ("报表对吗？不好说", "报表对吗？不好说", ""),
        ("", "", ""),
    ],
)
def test_the_question_around_a_paraphrase_goes(asked, said, correction):
    assert statement(asked) == (said, correction)


def test_a_letter_that_was_not_touched_is_read_back_piece_by_piece():
    pieces = confirmation(call(), CHINESE)
    found = parsed(plain(pieces, CHINESE))
    assert [each.part for each in found] == [each.part for each in pieces]
    assert [each.text for each in found if each.part is Part.ITEM] == [
        each.text for each in pieces if each.part is Part.ITEM
    ]


def test_a_line_that_was_typed_in_becomes_a_paragraph():
    assert parsed("标题\n\n一、要点\n- 第一\n补充一句")[2:] == [
        Piece(Part.ITEM, "第一"),
        Piece(Part.TEXT, "补充一句"),
    ]


def test_the_minutes_hold_everything_with_its_minute():
    text = plain(minutes(call(), CHINESE), CHINESE)
    for each in NOTES[:-1]:
        assert (each.text or "____") in text
    for words in ("他其实已经没有预算了", "客户对续约没有信心", "08:00", "核心目标", "访谈纪要（内部）"):
        assert words in text


def test_the_minutes_are_for_us():
    assert leaks(plain(minutes(call(), CHINESE), CHINESE), secrets(call()))


def test_a_latent_need_is_said_once_the_client_has_heard_it():
    heard = note(
        1, "想少点人工", NoteKind.LATENT, Confirmation.PARAPHRASED, paraphrase="您的意思是审批太慢，对吗？"
    )
    assert [each.id for each in open_notes(call(notes=[heard]))] == ["n1"]
    assert "· 审批太慢\n" in letter(call(notes=[heard]))
