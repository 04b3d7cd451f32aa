"""Any sequence of edits, undos, redos, saves, reopenings and crashes ends where a simple model ends."""

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.domain.records import texts
from tests.workspace.clock import Clock
from workbench.domain import Account, Cause, Contact, Member, Problem, Project, Task
from workbench.messages import _
from workbench.storage import SqliteStore, create
from workbench.storage.checking import check
from workbench.workspace import Workspace

SCOPES = ["p", None]
OWNERS = {Cause: ("problem", "parent"), Contact: ("account",), Task: ()}
KINDS = {"p": [Problem, Cause, Member, Task], None: [Account, Contact]}
FIELDS = {
    Problem: "phenomenon", Cause: "text", Member: "name", Task: "text", Account: "name", Contact: "name",
}  # fmt: skip


@cache
def empty_file():
    folder = Path(tempfile.mkdtemp())
    create(folder / "empty.workbench")
    return folder / "empty.workbench"


class Past:
    """What one scope should hold: records by id, the states before, the states undone, the open visit."""

    def __init__(self):
        self.now, self.past, self.future, self.visit = {}, [], [], None

    def copy(self):
        other = Past()
        other.now, other.past, other.future = dict(self.now), list(self.past), list(self.future)
        return other

    def step(self, now):
        self.past.append(self.now)
        self.now, self.future, self.visit = now, [], None


class Model(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "w.workbench"
        shutil.copyfile(empty_file(), self.file)
        self.clock = Clock()
        self.count = 0
        self.open()
        self.workspace.put(Project(id="p", code="P"), label=_("New"))
        self.workspace.save()
        self.workspace.undo("p")
        self.workspace.save()
        self.model = {scope: Past() for scope in SCOPES}
        self.model["p"].future = [{"p": Project(id="p", code="P")}]
        self.redo("p")
        self.save()

    def open(self):
        self.store = SqliteStore(self.file)
        self.workspace = Workspace(self.store, "me", self.clock)
        for scope in SCOPES:
            self.workspace.open(scope)

    def teardown(self):
        self.workspace.save()
        self.store.close()
        assert list(check(self.file)) == []
        self.folder.cleanup()

    def some(self, data, scope, *kinds):
        known = sorted((i for i in self.model[scope].now.values() if type(i) in kinds), key=lambda i: i.id)
        return data.draw(st.sampled_from(known)) if known else None

    @rule(data=st.data(), scope=st.sampled_from(SCOPES), text=texts)
    def add(self, data, scope, text):
        if scope and "p" not in self.model[scope].now:
            return
        kind = data.draw(st.sampled_from(KINDS[scope]))
        self.count += 1
        values = {"id": f"i{self.count}", "project": scope, "position": float(self.count), FIELDS[kind]: text}
        links = {Cause: [("problem", Problem), ("parent", Cause)], Contact: [("account", Account)]}
        for name, other in [*links.get(kind, []), *([("member", Member)] if kind is Task else [])]:
            found = self.some(data, scope, other)
            values[name] = found and found.id
        item = kind(**values)
        assert self.workspace.put(item, label=_("Add"))
        self.model[scope].step({**self.model[scope].now, item.id: item})

    @rule(data=st.data(), scope=st.sampled_from(SCOPES), text=texts, visit=st.sampled_from([None, "a", "b"]))
    def edit(self, data, scope, text, visit):
        item, model = self.some(data, scope, *FIELDS), self.model[scope]
        if item is None or getattr(item, FIELDS[type(item)]) == text:
            return
        changed = replace(item, **{FIELDS[type(item)]: text})
        key = visit and (visit, item.id)
        self.workspace.put(changed, label=_("Edit"), visit=key)
        now = {**model.now, item.id: changed}
        if key and model.visit and model.visit[0] == key and (self.clock() - model.visit[1]).seconds < 2:
            model.now, model.future = now, []
            if now == model.past[-1]:
                model.past.pop()
                key = None
        else:
            model.step(now)
        model.visit = key and (key, self.clock())

    @rule(seconds=st.sampled_from([0.5, 1, 3]))
    def wait(self, seconds):
        self.clock.go(seconds)

    @rule()
    def leave(self):
        self.workspace.end_visit()
        self.end_visits()

    def end_visits(self):
        for model in self.model.values():
            model.visit = None

    @rule(data=st.data(), scope=st.sampled_from(SCOPES))
    def remove(self, data, scope):
        item, model = self.some(data, scope, *FIELDS), self.model[scope]
        if item is None:
            return
        self.workspace.remove([item], label=_("Remove"))
        gone = {item.id}
        for _time in model.now:
            gone |= {
                i.id for i in model.now.values() if gone & {getattr(i, n) for n in OWNERS.get(type(i), ())}
            }
        left = {i: r for i, r in model.now.items() if i not in gone}
        model.step(
            {i: replace(r, member=None) if getattr(r, "member", 0) in gone else r for i, r in left.items()}
        )

    @rule(scope=st.sampled_from(SCOPES))
    def undo(self, scope):
        model = self.model[scope]
        assert (self.workspace.undo(scope) is not None) == bool(model.past)
        if model.past:
            model.future.append(model.now)
            model.now = model.past.pop()
        self.end_visits()

    @rule(scope=st.sampled_from(SCOPES))
    def redo(self, scope):
        model = self.model[scope]
        assert (self.workspace.redo(scope) is not None) == bool(model.future)
        if model.future:
            model.past.append(model.now)
            model.now = model.future.pop()
        self.end_visits()

    @rule()
    def save(self):
        self.workspace.save()
        self.saved = {scope: model.copy() for scope, model in self.model.items()}

    @rule()
    def fail_to_save(self):
        if self.workspace.take():
            self.workspace.failed()

    @rule()
    def reopen(self):
        self.save()
        self.crash()

    @rule()
    def crash(self):
        self.store.close()
        self.open()
        self.model = {scope: model.copy() for scope, model in self.saved.items()}

    @invariant()
    def same(self):
        for scope in SCOPES:
            model = self.model[scope]
            kinds = {Project, *KINDS[scope]}
            found = {item.id: item for kind in kinds for item in self.workspace.all(kind, scope)}
            assert found == model.now
            assert bool(self.workspace.next_undo(scope)) == bool(model.past)
            assert bool(self.workspace.next_redo(scope)) == bool(model.future)


TestModel = Model.TestCase
TestModel.settings = settings(stateful_step_count=25)
