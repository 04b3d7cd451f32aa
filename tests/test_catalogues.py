"""Every text a person can see exists in all three languages (decisions.md section 1, rule 9)."""

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from workbench.messages import LANGUAGES, LOCALE, Message, language_of, translator, trilingual

ROOT = Path(__file__).parent.parent
CATALOGUES = [language for language in LANGUAGES if language != "en"]
ROOMS = ("workbench", "ui", "forms", "exports")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
ONLY_SIMPLIFIED = set(
    "们这对时实东车见说话语读写单双价户业务产专项网络应数据选择开关标签处复删创导输级紧访谈请问题图样变为"
)
SHOWING = {
    "QLabel",
    "QPushButton",
    "QAction",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setStatusTip",
    "setTitle",
    "addMenu",
    "addAction",
    "setInformativeText",
}


def extracted() -> set[str]:
    """The messages that the program's code marks."""
    found = set()
    for room in (*ROOMS, "."):
        mapping = [("**.py" if room != "." else "main.py", "python")]
        for _file, _line, text, _comments, _context in extract_from_dir(
            ROOT / room, mapping, keywords={"_": None}
        ):
            found.add(text)
    return found


@pytest.fixture(scope="module")
def messages():
    return extracted()


def catalogue(language):
    with (LOCALE / language / "LC_MESSAGES" / "workbench.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_message_is_translated(language, messages):
    known = {
        message.id: message.string for message in catalogue(language) if message.id and not message.fuzzy
    }
    assert len(messages) > 100
    assert sorted(text for text in messages if not known.get(text)) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_has_the_placeholders_of_its_message(language):
    wrong = [
        message.id
        for message in catalogue(language)
        if message.id and set(PLACEHOLDER.findall(message.id)) != set(PLACEHOLDER.findall(message.string))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_compiled_catalogue_is_the_written_one(language):
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    assert (LOCALE / language / "LC_MESSAGES" / "workbench.mo").read_bytes() == compiled.getvalue()


def test_the_traditional_catalogue_is_written_in_traditional_characters():
    wrong = {m.string for m in catalogue("zh_TW") if m.id and set(m.string) & ONLY_SIMPLIFIED}
    assert wrong == set()


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_chinese_text_is_not_left_in_english(language):
    same = [m.id for m in catalogue(language) if m.id and m.id == m.string and re.search(r"[a-z]{4}", m.id)]
    assert same == []


def test_no_widget_is_given_a_text_that_no_catalogue_knows():
    found = []
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SHOWING:
                found += [f"{path.name}:{node.lineno} {arg.value}" for arg in node.args if _is_words(arg)]
    assert found == []


def _name(func):
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _is_words(arg):
    return (
        isinstance(arg, ast.Constant) and isinstance(arg.value, str) and re.search(r"[A-Za-z]{2}", arg.value)
    )


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh_HK", "zh_TW"),
        ("zh-Hant-MO", "zh_TW"),
        ("zh_SG.UTF-8", "zh_CN"),
        ("zh_CN", "zh_CN"),
        ("zh", "zh_CN"),
        ("de_DE.UTF-8", "en"),
        ("C", "en"),
    ],
)
def test_a_locale_reads_the_language_that_its_people_read(tag, language):
    assert language_of(tag) == language


def test_a_value_in_a_message_is_translated_too():
    message = Message("{field}: {problem}").fill(
        field=trilingual(en="Value", zh_CN="价值", zh_TW="價值"), problem="{x}"
    )
    assert translator("zh_TW")(message).startswith("價值")
    assert "{x}" in translator("zh_TW")(message)


def test_a_plain_text_is_never_translated():
    assert translator("zh_CN")("Yes") == "Yes"
    assert translator("zh_CN")(Message("Yes")) != "Yes"
