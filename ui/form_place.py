"""Where one is on a form's page, as plain values that a file can keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ui.arrangement import BY_HAND
from ui.facets import facet, names, reader

if TYPE_CHECKING:
    from ui.form_view import FormView


def place_of(page: FormView) -> dict[str, Any]:
    """The record and field, what is half typed, how the table looks."""
    arrangement = page.table.arrangement
    return {
        **page.view.place(),
        "page": page.stack.on_record,
        "page_field": page.page.focused_field() if page.stack.on_record else "",
        "filter": page.header.filter.text(),
        "sort": arrangement.sort,
        "descending": arrangement.descending,
        "group": arrangement.group,
        "filters": {name: sorted(map(str, values)) for name, values in arrangement.filters.items()},
        "widths": dict(page.view.columns.chosen),
        "panel": page.panel_wanted,
        "alone": page.alone_wanted,
        "typed": page.quick.box.text(),
        "halves": list(page.halves.chosen),
        "head": page.head_bar.identity if page.head_bar else "",
    }


def go_back(page: FormView, place: Mapping[str, Any]) -> None:
    """Restore a place; what has gone since, or makes no sense, is passed over."""
    if page.head_bar is not None and place.get("head"):
        page.head_bar.identity = str(place["head"])
        page.follow_head()
    _arrange(page, place)
    _widen(page, place.get("widths"))
    wanted = place.get("panel")
    page.panel_wanted = wanted if isinstance(wanted, bool) else None
    alone = place.get("alone")
    page.alone_wanted = alone if isinstance(alone, bool) else None
    halves = place.get("halves")
    if isinstance(halves, list) and all(isinstance(each, int) and each >= 0 for each in halves):
        page.halves.chosen = halves
    page.fit_panel()
    page.halves.share()
    if place.get("typed") and not page.quick.box.text():
        page.quick.box.setText(str(place["typed"]))
    record, field = str(place.get("record", "")), str(place.get("field", ""))
    if page.view.go_to(record, field) and place.get("page"):
        page.open_record(record, str(place.get("page_field", "")))


def _arrange(page: FormView, place: Mapping[str, Any]) -> None:
    group = place.get("group")
    if group == BY_HAND or (isinstance(group, str) and facet(page.form, group)):
        page.table.group(group)
        page.header.show_group(group)
    _narrow(page, place.get("filters"))
    sort = place.get("sort")
    if sort in {each.name for each in page.table.fields}:
        page.table.sort_by(str(sort), descending=bool(place.get("descending")))
    page.header.filter.setText(str(place.get("filter", "")))


def _narrow(page: FormView, filters: object) -> None:
    for name, chosen in filters.items() if isinstance(filters, dict) else ():
        each = facet(page.form, str(name))
        if each is not None and isinstance(chosen, list):
            known = {
                *names(each, page.table.context),
                *map(reader(each, page.table.context), page.table.all_items),
            }
            page.table.choose(each.name, [value for value in known if str(value) in chosen])


def _widen(page: FormView, widths: object) -> None:
    if isinstance(widths, dict):
        names = {each.name for each in page.table.fields}
        page.view.columns.chosen = {
            name: wide for name, wide in widths.items() if name in names and isinstance(wide, int)
        }
        page.view.columns.share()


def show_item(page: FormView, identity: str, field: str) -> bool:
    """Go to a row or a parent record; False if it is neither."""
    item = page.session.workspace.find(identity)
    bar, head = page.head_bar, page.form.head
    if item is None or not (isinstance(item, page.form.record) or (head and isinstance(item, head.record))):
        return False
    if head and bar is not None:
        above = (
            item if isinstance(item, head.record) else page.session.workspace.find(getattr(item, head.link))
        )
        if above is not None and bar.identity != above.id:
            bar.identity = above.id
            page.follow_head()
        if isinstance(item, head.record) and page.form.record is not head.record:
            if field:
                page.stack.show_head(field)
            return True
    if field:
        page.open_record(identity, field)
    else:
        page.close_record()
        page.pick(identity)
    return True
