"""Pictures of every page of the worked example, in each size, look and language: python3 dev.py screens."""

import os
from pathlib import Path

import pytest

from tests.ui.test_cut_text import SIZES, cut
from ui.theme import Look
from workbench.messages import LANGUAGES

LOOKS = (Look.LIGHT, Look.DARK)
SHEET = """<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font:14px sans-serif;margin:24px}img{width:48%;margin:.5%;border:1px solid #ccc}</style>
"""


@pytest.fixture
def folder(request, tmp_path):
    """Where the pictures go."""
    wanted = os.environ.get("SCREENS")
    folder = Path(wanted) if wanted else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def colours(picture):
    """How many colours a picture has, looked at in places."""
    width, height = picture.width(), picture.height()
    return len({picture.pixel(x, y) for x in range(0, width, 3) for y in range(0, height, 3)})


@pytest.mark.screens
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_pictured_in_each_size_and_look(begin, qtbot, folder, language):
    start = begin(language=language)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    program, window, lines = start.program, start.window, [SHEET]
    program.desk.open_sample()
    qtbot.waitUntil(
        lambda: program.page is not None and not program.desk.session.workspace.unsaved, timeout=20_000
    )
    for key in program.pages.kinds:
        program.show_page(key)
        lines.append(f"<h2>{key}</h2>")
        for look in LOOKS:
            program.choices.wear(look)
            for size in SIZES:
                window.resize(*size)
                qtbot.waitUntil(lambda: cut(window) == [])
                picture, name = window.grab().toImage(), f"{language}-{key}-{size[0]}-{look}.png"
                assert colours(picture) > 20, name
                assert picture.save(str(folder / name))
                lines.append(f'<a href="{name}"><img src="{name}" alt="{name}" loading="lazy"></a>')
    (folder / f"{language}.html").write_text("\n".join(lines), encoding="utf-8")
