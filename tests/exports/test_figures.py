"""Scenes as pictures: PNG, SVG and PDF that look like the window's drawing."""

from __future__ import annotations

import logging
import re
import struct
import sys
from io import BytesIO
from subprocess import run

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from exports import figures, fonts
from workbench.charts.quadrant import Room, Texts, layout
from workbench.charts.scene import Align, Box, Curve, Disc, Label, Line, Polygon, Scene
from workbench.domain import Project, Requirement
from workbench.messages import Refusal
from workbench.rules.priority import Priority

NAMES = dict(
    zip(Priority, ["高价值-高紧急度", "高价值-低紧急度", "低价值-高紧急度", "低价值-低紧急度"], strict=True)
)
TEXTS = Texts("价值", "紧急度", NAMES, NAMES, "≥ {score} 高", "{total} {scored} {counts}")
TITLES = (
    "新增批量导出功能",
    "Webhook 实时同步到内部系统",
    "Fix the stuttering payment interface",
    "$x^2$ \\foo {a}_b",
    "W" * 60,
)


def quadrant(count: int = 25) -> Scene:
    items = [
        Requirement(
            id=f"r{n}",
            code=f"DEMO{n:03d}",
            description=TITLES[n % 5],
            value=n % 5 + 1,
            urgency=n * 3 % 7 % 5 + 1,
        )
        for n in range(count)
    ]
    return layout(items, Project(), TEXTS, Room(640, 500))


def label(*lines: str, **more) -> Scene:
    return Scene(200, 60, (Label(10, 10, 180, 40, lines, **more),))


def extents(scene: Scene, language: str = "zh_CN"):
    """What each line of text covers, as (left, right, top, bottom) in scene units, with its label."""
    figure = figures.figure(scene, language)
    renderer = FigureCanvasAgg(figure).get_renderer()
    (axes,) = figure.axes
    labels = [s for s in scene.shapes if isinstance(s, Label) for _line in s.lines]
    for text, shape in zip(axes.texts or axes.artists, labels, strict=True):
        found = text.get_window_extent(renderer).transformed(axes.transData.inverted())
        yield shape, (found.x0, found.x1, found.y1, found.y0)


def test_a_png_of_640_units_is_16_2_cm_wide_at_220_dpi(tmp_path):
    target = tmp_path / "quadrant.png"
    figures.save(quadrant(), target, "zh_CN")
    content = target.read_bytes()
    width, _height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert abs(width - 16.2 / 2.54 * 220) < 1


def test_painted_text_stays_within_its_box():
    for shape, (left, right, top, bottom) in extents(quadrant()):
        assert shape.x - 0.6 <= left
        assert right <= shape.x + shape.width + 0.6
        assert shape.y - 0.6 <= top
        assert bottom <= shape.y + shape.height + 0.6


def test_a_text_that_the_guess_took_for_narrower_is_set_smaller():
    ((shape, (left, right, _top, _bottom)),) = extents(label("W" * 40))
    assert shape.x <= left + 0.6
    assert right <= shape.x + shape.width + 0.6


@pytest.mark.parametrize(("align", "side"), [(Align.LEFT, 0), (Align.RIGHT, 1)])
def test_lines_stand_at_the_side_of_their_box_that_the_label_says(align, side):
    for _shape, found in extents(label("短", "二", align=align)):
        assert abs(found[side] - (10, 190)[side]) < 2


def test_chinese_stands_in_the_middle_of_its_line():
    ((_shape, (left, right, top, bottom)),) = extents(label("国"))
    assert abs((left + right) / 2 - 100) < 1
    assert abs((top + bottom) / 2 - 30) < 1.5


def test_a_turned_label_reads_upward_from_the_bottom():
    scene = Scene(60, 200, (Label(10, 10, 18, 180, ("价值",), align=Align.LEFT, turned=True),))
    ((_shape, (left, right, top, bottom)),) = extents(scene)
    assert bottom - top > right - left
    assert abs(bottom - 190) < 2
    assert left >= 10
    assert right <= 28


@pytest.mark.parametrize("text", ["$x$", r"\foo", r"$\frac{1}{2}$", "a_b^c", "$未闭合"])
def test_awkward_texts_are_written_as_they_are(tmp_path, text):
    target = tmp_path / "a.svg"
    figures.save(label(text), target, "zh_CN")
    assert f">{text}<" in target.read_text("utf-8")


def test_an_svg_keeps_text_as_text_and_is_the_same_each_time(tmp_path):
    one, two = tmp_path / "a.svg", tmp_path / "b.svg"
    figures.save(quadrant(), one, "zh_CN")
    figures.save(quadrant(), two, "zh_CN")
    content = one.read_text("utf-8")
    assert content == two.read_text("utf-8")
    assert "紧急度 →" in content
    assert "<dc:date>" not in content
    assert "matplotlib" not in re.sub(r"<!--.*?-->", "", content).lower()


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_pictures_are_the_same_each_time(tmp_path, suffix):
    one, two = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    figures.save(quadrant(), one, "zh_CN")
    figures.save(quadrant(), two, "zh_CN")
    assert one.read_bytes() == two.read_bytes()
    assert not re.search(rb"CreationDate|[Mm]atplotlib", one.read_bytes())


def test_a_document_gets_the_same_picture_as_a_file(tmp_path):
    figures.save(quadrant(), tmp_path / "a.png", "zh_CN")
    assert figures.picture(quadrant(), "zh_CN") == (tmp_path / "a.png").read_bytes()


def test_an_unknown_suffix_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(Refusal):
        figures.save(quadrant(), tmp_path / "a.bmp", "en")
    assert not list(tmp_path.iterdir())


def test_missing_characters_are_named_once_and_shown_as_boxes(tmp_path):
    scene = label("好\U0001f9ff字\U0001f9ff\u200d\ufe0f")
    assert figures.missing(scene, "zh_CN") == ["\U0001f9ff"]
    figures.save(scene, tmp_path / "a.svg", "zh_CN")
    assert ">好□字□<" in (tmp_path / "a.svg").read_text("utf-8")
    assert figures.missing(quadrant(), "zh_CN") == []


@pytest.mark.parametrize(("language", "first"), [("zh_CN", "SC"), ("zh_TW", "TC"), ("en", "SC")])
def test_typefaces_are_installed_ones_in_the_order_of_the_language(language, first):
    names = fonts.families(language)
    assert names
    assert names[-1] == "DejaVu Sans"
    if f"Noto Sans CJK {first}" in names:
        assert names.index(f"Noto Sans CJK {first}") == 0


def test_no_typeface_is_complained_about(caplog):
    figures.picture(label("中文 Latin", style="capb"), "zh_CN")
    log = logging.getLogger("matplotlib.font_manager")
    log.warning("findfont: Failed to find font weight %s, now using %s.", 600, 700)
    log.warning("findfont: Font family %r not found.", "PingFang SC")
    assert caplog.messages == []
    log.warning("The font cache is broken")
    assert caplog.messages == ["The font cache is broken"]


def test_every_kind_of_shape_is_drawn():
    shapes = (
        Line(0, 0, 50, 50, "red", dashed=True),
        Curve(0, 0, 50, 50, "accent", dashed=True),
        Box(5, 5, 40, 20, "", "accent", dashed=True),
        Box(5, 5, 40, 20, "accent_bg", radius=99),
        Disc(20, 20, 9, "red", "surface"),
        Polygon(((0, 0), (9, 0), (0, 9)), "green"),
        Label(0, 0, 90, 20, ("struck",), struck=True),
        Label(0, 0, 90, 20, ()),
    )
    assert len(figures.picture(Scene(100, 60, shapes), "en")) > 1000


def test_a_curve_runs_from_its_start_over_its_middle_to_its_end():
    drawn = figures.picture(Scene(100, 60, (Curve(10, 10, 90, 50, "red", 4.0),)), "en")
    with Image.open(BytesIO(drawn)) as image:
        scale = image.width / 100
        at = [image.getpixel((round(x * scale), round(y * scale))) for x, y in ((12, 10), (50, 30), (88, 50))]
        assert at == [(0xBA, 0x2A, 0x26, 255)] * 3
        assert image.getpixel((round(50 * scale), round(10 * scale))) == (255, 255, 255, 255)


def test_pictures_need_neither_pyplot_nor_a_window():
    code = "import sys, exports.figures; print([n for n in sys.modules if 'pyplot' in n or 'PySide6' in n])"
    found = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
