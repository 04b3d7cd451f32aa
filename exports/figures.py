"""Drawings as pictures: for files of their own and for documents. Always in the colours of paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from io import BytesIO
from math import sqrt
from pathlib import Path
from typing import Any, Final

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import BoxStyle, Circle, FancyBboxPatch, PathPatch
from matplotlib.patches import Polygon as Outline
from matplotlib.path import Path as Stroke
from matplotlib.text import Text

from exports.fonts import drawable, face
from exports.fonts import missing as missing_in_text
from workbench.charts.scene import Align, Box, Curve, Disc, Label, Line, Polygon, Scene, Shape
from workbench.charts.text import placed
from workbench.files import replacing
from workbench.messages import Refusal, _
from workbench.tokens import LIGHT, TYPE

INCH: Final = 16.2 / 2.54 / 640
"""One scene unit on paper: a scene of 640 units is 16.2 cm wide."""
POINT: Final = 72 * INCH
DPI: Final = 220
_MOST_DOTS: Final = 12e6
"""A picture of a document has no more dots than a page shows sharply."""
_DASHES = (0.0, (4.0, 3.0))
_SIDES = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_ALMOST = 0.98
_STRIKE = 0.3
"""From the baseline up to the line that strikes a text, in em."""

# The whole program draws pictures here only. A context around each would not be safe in threads.
rcParams["svg.fonttype"] = "none"
rcParams["svg.hashsalt"] = "workbench"
rcParams["pdf.fonttype"] = 3
rcParams["path.simplify"] = False
rcParams["text.hinting"] = "none"  # letters keep their widths at any size

FORMATS: Final[dict[str, dict[str, Any]]] = {
    ".png": {"format": "png", "dpi": DPI, "metadata": {"Software": None}},
    ".svg": {"format": "svg", "metadata": {"Date": None, "Creator": None}},
    ".pdf": {"format": "pdf", "metadata": {"CreationDate": None, "Creator": None, "Producer": None}},
}


def save(scene: Scene, path: Path, language: str) -> None:
    """Draw a scene into a file that appears whole or not at all; the suffix says how. Raises Refusal."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        known = " ".join(FORMATS)
        raise Refusal(_("{file}: pictures are written as {known}.").fill(file=path, known=known))
    content = _drawn(scene, language, form)
    with replacing(path) as draft:
        draft.write_bytes(content)


def picture(scene: Scene, language: str) -> bytes:
    """A scene as PNG, for documents: as sharp as a page can show it, however large it is."""
    most = sqrt(_MOST_DOTS / max(scene.width * scene.height * INCH**2, 1.0))
    return _drawn(scene, language, {**FORMATS[".png"], "dpi": min(DPI, most)})


def missing(scene: Scene, language: str) -> list[str]:
    """The characters of a scene that no installed typeface has; the picture shows boxes for them."""
    texts = (line for shape in scene.shapes if isinstance(shape, Label) for line in shape.lines)
    return missing_in_text("".join(texts), language)


def _drawn(scene: Scene, language: str, form: dict[str, Any]) -> bytes:
    content = BytesIO()
    figure(scene, language).savefig(content, facecolor=LIGHT["surface"], **form)
    return content.getvalue()


def figure(scene: Scene, language: str) -> Figure:
    """A scene as a figure of matplotlib."""
    made = Figure(figsize=(scene.width * INCH, scene.height * INCH), dpi=DPI)
    axes = made.add_axes((0, 0, 1, 1), xlim=(0, scene.width), ylim=(scene.height, 0))
    axes.set_axis_off()
    canvas: Any = FigureCanvasAgg(made)  # its methods have no types
    page = _Page(axes, language, canvas.get_renderer())
    for order, shape in enumerate(scene.shapes):
        _draw(shape, page, order)
    return made


@dataclass(frozen=True)
class _Page:
    """What shapes are drawn on, in scene units; ``renderer`` measures texts."""

    axes: Axes
    language: str
    renderer: RendererAgg


@singledispatch
def _draw(shape: Shape, _page: _Page, _order: int) -> None:
    raise TypeError(f"No picture of {type(shape).__name__}")


def _colour(role: str) -> str:
    return LIGHT[role] if role else "none"


def _style(role: str, edge: str, stroke: float, *, dashed: bool, order: int) -> dict[str, Any]:
    return {
        "facecolor": _colour(role),
        "edgecolor": _colour(edge),
        "linewidth": stroke * POINT if edge else 0.0,
        "linestyle": _DASHES if dashed else "solid",
        "zorder": order,
        "clip_on": False,
    }


@_draw.register
def _draw_line(shape: Line, page: _Page, order: int) -> None:
    line = Line2D([shape.x1, shape.x2], [shape.y1, shape.y2], linewidth=shape.width * POINT, zorder=order)
    line.set(color=_colour(shape.role), linestyle=_DASHES if shape.dashed else "solid", clip_on=False)
    line.set_solid_capstyle("butt")
    page.axes.add_line(line)


@_draw.register
def _draw_curve(shape: Curve, page: _Page, order: int) -> None:
    points = ((shape.x1, shape.y1), *shape.bends, (shape.x2, shape.y2))
    codes = (Stroke.MOVETO, *(Stroke.CURVE4 for _point in points[1:]))
    style = _style("", shape.role, shape.width, dashed=shape.dashed, order=order)
    page.axes.add_patch(PathPatch(Stroke(points, codes), fill=False, **style))


@_draw.register
def _draw_box(shape: Box, page: _Page, order: int) -> None:
    radius = min(shape.radius, shape.width / 2, shape.height / 2)
    corners = BoxStyle.Round(pad=0, rounding_size=radius) if radius > 0 else BoxStyle.Square(pad=0)
    style = _style(shape.role, shape.edge, shape.stroke, dashed=shape.dashed, order=order)
    where = (shape.x, shape.y), shape.width, shape.height
    page.axes.add_patch(FancyBboxPatch(*where, boxstyle=corners, **style))


@_draw.register
def _draw_disc(shape: Disc, page: _Page, order: int) -> None:
    style = _style(shape.role, shape.edge, shape.stroke, dashed=shape.dashed, order=order)
    page.axes.add_patch(Circle((shape.x, shape.y), shape.radius, **style))


@_draw.register
def _draw_polygon(shape: Polygon, page: _Page, order: int) -> None:
    page.axes.add_patch(
        Outline(shape.points, closed=True, **_style(shape.role, "", 0, dashed=False, order=order))
    )


@_draw.register
def _draw_label(shape: Label, page: _Page, order: int) -> None:
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    room = shape.height if shape.turned else shape.width
    for part in placed(shape):
        at = (x + part.below, y - part.along) if shape.turned else (x + part.along, y + part.below)
        text = Text(*at, drawable(part.text, page.language), color=_colour(shape.role), parse_math=False)
        text.set(fontproperties=face(page.language, shape.style), rotation_mode="anchor", zorder=order)
        text.set(ha=_SIDES[shape.align], va="baseline", rotation=90 if shape.turned else 0, clip_on=False)
        text.set_fontsize(TYPE[shape.style][0] * POINT)
        page.axes.add_artist(text)
        _fit(text, room, page)
        if shape.struck and not shape.turned:
            _strike(text, shape, page, order)


def _fit(text: Text, room: float, page: _Page) -> None:
    """Set a text smaller that an unusual typeface makes wider than its box."""
    extent = text.get_window_extent(page.renderer)
    wide = (extent.height if text.get_rotation() else extent.width) / DPI / INCH
    if wide > room:
        text.set_fontsize(float(text.get_fontsize()) * room / wide * _ALMOST)


def _strike(text: Text, label: Label, page: _Page, order: int) -> None:
    extent = text.get_window_extent(page.renderer).transformed(page.axes.transData.inverted())
    height = text.get_position()[1] - _STRIKE * TYPE[label.style][0]
    _draw(Line(extent.x0, height, extent.x1, height, label.role), page, order)
