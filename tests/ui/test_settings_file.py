"""The one file of settings: what is kept comes back, and no content keeps the program from starting."""

from dataclasses import replace

import pytest

from ui.settings import Folder, Settings

LISTS = {"department": (("product", "产品部\n一", False), ("a1", 'own "one"', True))}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_everything_that_is_kept_comes_back(folder):
    kept = replace(
        Settings(),
        name="林",
        organisation="晨光 & Co",
        logo="logo.png",
        shortcuts=("export=Ctrl+Alt+E", "undo="),
        reduced_motion=True,
        value_high=3,
        urgency_high=5,
        defaults=LISTS,
    )
    folder.write(kept)
    assert folder.read() == kept


@pytest.mark.parametrize(
    "text",
    [
        "defaults = 7",
        "[defaults]\ndepartment = 3",
        '[defaults]\ndepartment = [1, "x", {text = "no key"}, {key = 4}, {key = ""}]',
        "value_high = 9\nurgency_high = 0",
        'shortcuts = [3, "nonsense"]',
        'look = "sparkling"\nunknown = {a = 1}',
        "not toml at all [",
    ],
)
def test_content_that_makes_no_sense_is_passed_over(folder, text):
    (folder.path / "settings.toml").write_text(text, encoding="utf-8")
    read = folder.read()
    assert (read.value_high, read.urgency_high) == (4, 4)
    assert not any(read.defaults.values())


@pytest.mark.parametrize("text", ["not toml at all [", "a = " + "[" * 3000, "name = 'a'\nname = 'b'"])
def test_a_damaged_file_is_put_aside_before_it_is_written_over(folder, text):
    (folder.path / "settings.toml").write_text(text, encoding="utf-8")
    folder.write(replace(folder.read(), name="林"))
    assert (folder.path / "settings.damaged.toml").read_text(encoding="utf-8") == text
    assert folder.read().name == "林"


def test_what_a_newer_version_has_set_stays(folder):
    text = 'future = "x"\nmany = ["a", "b"]\nname = "林"\n[table]\nb = 1\n'
    (folder.path / "settings.toml").write_text(text, encoding="utf-8-sig")
    folder.write(replace(folder.read(), name="王"))
    kept = (folder.path / "settings.toml").read_text(encoding="utf-8")
    assert 'future = "x"' in kept
    assert 'many = ["a", "b"]' in kept
    assert Folder(folder.path).read().name == "王"


def test_an_entry_stands_once_and_is_not_too_long(folder):
    text = f'[defaults]\nduty = [{{key = "a", text = "{"x" * 999}"}}, {{key = "a", hidden = true}}]\n'
    (folder.path / "settings.toml").write_text(text, encoding="utf-8")
    assert folder.read().defaults == {"duty": (("a", "", True),)}


def test_a_window_starts_with_settings_that_make_no_sense(begin, tmp_path, qtbot):
    here = tmp_path / "data"
    here.mkdir()
    text = 'shortcuts = ["undo=Bare Q", "nobody=Ctrl+J", "="]\nlook = 3\n[defaults]\nmethod = [[1]]\n'
    (here / "settings.toml").write_text(text, encoding="utf-8")
    start = begin(folder=here)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    assert start.window.actions_.keys("undo") == "Ctrl+Z"
