"""Clients and the people we talk to; they outlive projects and belong to the library."""

from __future__ import annotations

from workbench.domain.record import Record, record, reference


@record
class Account(Record):
    """A client company (T11)."""

    name: str = ""
    industry: str = ""
    size: str = ""
    history: str = ""
    remark: str = ""


@record
class Contact(Record):
    """A person at a client."""

    account: str | None = reference("account", owner=True)
    name: str = ""
    title: str = ""
    role: str = ""
    remark: str = ""
