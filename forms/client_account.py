"""Clients, shared by all projects (T11)."""

from __future__ import annotations

from workbench.domain import Account
from workbench.messages import _
from workbench.spec import Form, Line, Note

FORM = Form(
    key="client_account",
    title=_("Clients"),
    record=Account,
    printed=False,
    icon="building-2",
    fields=(
        Line("name", _("Client name"), required=True),
        Line("industry", _("Industry"), width=16),
        Line("size", _("Company size"), width=16),
        Note("history", _("History of cooperation")),
        Note("remark", _("Remark"), width=24),
    ),
)
