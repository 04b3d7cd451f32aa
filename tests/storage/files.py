"""Workspace files to test with."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from workbench.domain import (
    KINDS,
    Account,
    Cause,
    Choice,
    Contact,
    ImpactEstimate,
    Interview,
    Link,
    Member,
    Note,
    Problem,
    Project,
    Quantity,
    Requirement,
    Solution,
    Stage,
    Task,
)
from workbench.messages import _, translator
from workbench.storage import SqliteStore, create
from workbench.workspace import Workspace

CLIENT = '远山物流（股份）"R&D"有限公司'


def client_records():
    return [
        Account(id="a1", name=CLIENT, industry="logistics"),
        Account(id="a2", name="Other"),
        Contact(id="c1", account="a1", name="王先生"),
    ]


def project_records(project="p"):
    own = {"project": project}
    return [
        Project(id=project, code="DEMO", title="订单导出", account="a1"),
        Choice(id="ch", **own, list="department", key="product"),
        Member(id="m", **own, name="李", duties=("gathering", "preparation"), leads=True),
        Interview(id="i", **own, code="V01", account="a1"),
        Stage(id="st", **own, interview="i", title="开场", minutes=5),
        Note(id="n", **own, interview="i", stage="st", at=1500, text="导出要等十分钟", draft=True),
        *(
            Requirement(
                id=f"r{number}", **own, position=float(number), code=f"DEMO{number:03}", value=4, urgency=3,
                description=f"订单导出慢 {number}", value_reason="提升客户工作效率",
            )
            for number in range(1, 6)
        ),
        Problem(id="pr", **own, code="P01", phenomenon="登录失败"),
        ImpactEstimate(id="im", **own, problem="pr", quantity=Quantity(said="100+", low=100.0, unit="单")),
        Cause(id="k1", **own, problem="pr", text="培训不足"),
        Cause(id="k2", **own, problem="pr", parent="k1", text="人手不够"),
        Solution(id="s", **own, code="S01", for_="pr"),
        Task(id="t", **own, solution="s", member="m", text="培训", effort_days=2.5),
        Link(id="l", **own, from_="n", to="r1"),
    ]  # fmt: skip


def make(path, records=True):
    """A workspace file with a client, a project and a history."""
    create(path)
    if records:
        with closing(SqliteStore(path)) as store:
            workspace = opened(store)
            workspace.put(*client_records(), label=_("Clients"))
            workspace.put(*project_records(), label=_("New project"))
            workspace.save()
            edit(workspace, "r1", "导出太慢")
            workspace.undo("p")
            workspace.save()
    return path


def opened(store, *scopes):
    workspace = Workspace(store, "me")
    for scope in scopes or ("p", None):
        workspace.open(scope)
    return workspace


def edit(workspace, identity, text):
    item = workspace.find(identity)
    workspace.put(replace(item, description=text), label=_("Edit"))
    workspace.save()


def everything(path):
    """All records of a file by id, as another program start would find them."""
    with closing(SqliteStore(path, KINDS, read_only=True)) as store:
        scopes = [None, *(project.id for project in store.projects())]
        return {item.id: item for scope in scopes for item in store.load(scope).records}


def change(path, *statements, foreign_keys="OFF"):
    """Change a file behind our back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA foreign_keys={foreign_keys}")
        for statement in statements:
            connection.execute(statement)


def said(refusal):
    """A refusal's sentence, which must be one."""
    sentence = translator("en")(refusal.value.message)
    assert sentence
    assert "\n" not in sentence
    assert "{" not in sentence
    return sentence
