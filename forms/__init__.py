"""The templates: one module each, found by itself, in the order of the phases."""

from importlib import import_module
from pkgutil import iter_modules

from workbench.domain import KINDS, Record, kind_of
from workbench.spec import Form


def _found() -> tuple[Form, ...]:
    forms = [import_module(f"{__name__}.{module.name}").FORM for module in iter_modules(__path__)]
    return tuple(sorted(forms, key=lambda form: (form.phase is None, form.phase or 0, form.place, form.key)))


FORMS: tuple[Form, ...] = _found()

ALL_KINDS: dict[str, type[Record]] = {
    **KINDS,
    **{
        kind_of(kind): kind
        for form in FORMS
        for kind in (form.record, *((form.head.record,) if form.head else ()))
    },
}
"""Every kind of record this program knows: those with tables, and those that a form brings along."""
