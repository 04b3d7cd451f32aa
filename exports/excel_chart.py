"""The native scatter chart of a workbook, which follows the scores that people change."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from exports.excel_table import Grid
from exports.office import cell_text, colour
from workbench.report import Figure, Group, Row

SIZE: Final = (640, 500)
"""In pixels."""
_MOST_LABELS = 200
"""Points beyond so many are plain: neither named nor coloured one by one."""
_STACK = 5
"""Labels that fit one below the other at one place."""


def scatter(book: Any, figure: Figure, grid: Grid, font: str) -> Any | None:
    """A chart of a table's columns, or None if the table lacks one of them or has no rows."""
    if figure.chart is None or not any(isinstance(row, Row) for row in grid.table.rows):
        return None
    places = [grid.place(key) for key in figure.chart]
    if None in places:
        return None
    x, y, label = (place for place in places if place is not None)
    chart = book.add_chart({"type": "scatter"})
    chart.add_series(
        {
            "categories": [grid.sheet.name, grid.header + 1, x, grid.last, x],
            "values": [grid.sheet.name, grid.header + 1, y, grid.last, y],
            "marker": {
                "type": "circle",
                "size": 9,
                "fill": {"color": "#" + colour("accent")},
                "border": {"none": True},
            },
            "points": _points(grid),
            "data_labels": _labels(grid, (x, y, label), font),
        }
    )
    titles = {place: column.title for place, column in grid.columns()}
    chart.set_x_axis(_axis(titles[x], font))
    chart.set_y_axis(_axis(titles[y], font))
    chart.set_title(
        {"name": figure.caption[:255], "name_font": {"name": font, "size": 11, "color": "#" + colour("ink1")}}
    )
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": SIZE[0], "height": SIZE[1]})
    chart.show_hidden_data()
    return chart


def _axis(title: str, font: str) -> dict[str, Any]:
    faint = {"color": "#" + colour("line"), "width": 0.75}
    return {
        "name": title[:255],
        "name_font": {"name": font, "size": 9, "bold": True, "color": "#" + colour("ink2")},
        "num_font": {"name": font, "size": 9, "color": "#" + colour("ink3")},
        "num_format": '[<1]"";[>5]"";0',
        "min": 0,
        "max": 6,
        "major_unit": 1,
        "crossing": 0,
        "major_gridlines": {"visible": True, "line": faint},
        "line": {"color": "#" + colour("line2")},
    }


def _points(grid: Grid) -> list[dict[str, Any] | None]:
    if len(grid.table.rows) > _MOST_LABELS:
        return []
    toned = next((index for index, column in enumerate(grid.table.columns) if column.tones), None)
    points: list[dict[str, Any] | None] = []
    for row in grid.table.rows:
        tone = "" if toned is None or isinstance(row, Group) else _tone(row, toned, grid)
        points.append({"fill": {"color": "#" + colour(tone)}} if tone else None)
    return points


def _tone(row: Row, column: int, grid: Grid) -> str:
    return grid.table.columns[column].tones.get(str(row.cells[column]), "")


def _labels(grid: Grid, places: tuple[int, int, int], font: str) -> dict[str, Any] | None:
    """Labels that belong to their points and stand one below the other where points coincide."""
    if len(grid.table.rows) > _MOST_LABELS:
        return None
    look = {"name": font, "size": 8, "color": "#" + colour("ink2")}
    custom = [{"value": text, "font": look} if text else {"delete": True} for text in _stacked(grid, places)]
    return {"value": True, "position": "right", "font": look, "custom": custom}


def _stacked(grid: Grid, places: tuple[int, int, int]) -> list[str]:
    """The labels, each moved down by two lines for every one at its place."""
    seen: Counter[tuple[str, str]] = Counter()
    results = []
    for row in grid.table.rows:
        x, y, label = (
            ("", "", "") if isinstance(row, Group) else (_text(grid, row, place) for place in places)
        )
        above = seen[x, y]
        seen[x, y] += 1
        results.append("\n" * 2 * above + label if above < _STACK else "")
    return results


def _text(grid: Grid, row: Row, place: int) -> str:
    cells, index = (
        (row.cells, place - grid.first) if place < grid.working else (row.working, place - grid.working)
    )
    return cell_text(cells[index])
