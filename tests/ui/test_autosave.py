"""What is typed reaches the disk in time, or the window says why not; two writers lose nothing."""

import pytest

from ui.autosave import Autosave, Watch
from ui.bridge import Fetched, Writer
from ui.saving import Saving
from workbench.domain import Project, Requirement
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore, create
from workbench.workspace import Loaded, Workspace

PROJECT = Project(id="demo", code="DEMO")


class Clock:
    """Seconds that pass when told."""

    def __init__(self):
        self.time = 100.0

    def __call__(self):
        return self.time


class Full(SqliteStore):
    """A real store on a disk that is full at times."""

    full = False

    def write(self, batch):
        if self.full:
            raise Refusal(_("The disk is full"))
        super().write(batch)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.workbench"
    create(path)
    return path


@pytest.fixture
def writer(qapp, qtbot):
    writer = Writer()
    yield writer
    qtbot.waitUntil(lambda: not writer.busy)
    writer.close()


@pytest.fixture
def store(file):
    store = Full(file)
    yield store
    store.close()


@pytest.fixture
def fetched():
    return Fetched()


@pytest.fixture
def workspace(fetched, store, writer, qtbot):
    workspace = Workspace(fetched)
    for scope in (None, "demo"):
        fetched.bring(scope, Loaded((), (), ()))
        workspace.open(scope)
    return workspace


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def autosave(workspace, store, writer, clock, qtbot):
    autosave = Autosave(workspace, store, writer, clock)
    workspace.put(PROJECT, label=_("New project"))
    with qtbot.waitSignal(autosave.settled):
        autosave.flush()
    yield autosave
    autosave.stop()


def on_disk(file):
    store = SqliteStore(file, read_only=True)
    found = {
        item.id: item.description for item in store.load("demo").records if isinstance(item, Requirement)
    }
    store.close()
    return found


def write(workspace, text, identity="r"):
    known = workspace.find(identity)
    values = {
        "id": identity,
        "project": "demo",
        "description": text,
        "version": known.version if known else 0,
    }
    workspace.put(Requirement(**values), label=_("Typing"), visit=identity)


def test_a_pause_brings_it_to_the_disk(autosave, workspace, clock, file, qtbot):
    write(workspace, "typed")
    clock.time += 0.29
    autosave.tick()
    assert workspace.unsaved
    clock.time += 0.01
    with qtbot.waitSignal(autosave.settled):
        autosave.tick()
    assert not workspace.unsaved
    assert on_disk(file) == {"r": "typed"}


def test_whoever_never_pauses_is_saved_within_a_second(autosave, workspace, clock, file, qtbot):
    begun = clock.time
    with qtbot.waitSignal(autosave.settled):
        while clock.time - begun < 2:
            write(workspace, f"typed for {clock.time - begun:.1f}")
            autosave.tick()
            if autosave._writing:
                break
            clock.time += 0.2
    assert clock.time - begun <= 1.0 + 0.001
    assert on_disk(file)


def test_what_is_typed_while_writing_is_written_next(autosave, workspace, clock, file, qtbot):
    write(workspace, "first")
    autosave.flush()
    write(workspace, "second")
    clock.time += 1
    qtbot.waitUntil(lambda: not workspace.unsaved)
    assert on_disk(file) == {"r": "second"}


def test_each_write_is_told_for_the_time_of_the_last_one_is_shown(autosave, workspace, qtbot):
    for text in ("first", "second"):
        write(workspace, text)
        with qtbot.waitSignal(autosave.state_changed):
            autosave.flush()
        assert autosave.state.saving is Saving.SAVED


def test_a_full_disk_is_told_and_costs_nothing(autosave, workspace, store, file, qtbot):
    store.full = True
    write(workspace, "kept")
    with qtbot.waitSignal(autosave.state_changed):
        autosave.flush()
    assert (autosave.state.saving, autosave.state.reason) == (Saving.FAILED, "The disk is full")
    assert workspace.find("r").description == "kept"
    store.full = False
    with qtbot.waitSignal(autosave.state_changed):
        write(workspace, "kept and more")
    assert autosave.state.saving is Saving.SAVED
    assert on_disk(file) == {"r": "kept and more"}


def test_it_tries_again_by_itself(autosave, workspace, store, file, qtbot):
    store.full = True
    write(workspace, "kept")
    with qtbot.waitSignal(autosave.state_changed):
        autosave.flush()
    store.full = False
    with qtbot.waitSignal(autosave.state_changed, timeout=4000):
        pass
    assert on_disk(file) == {"r": "kept"}


def test_nothing_to_save_is_settled_at_once(autosave, qtbot):
    with qtbot.waitSignal(autosave.settled):
        autosave.flush()


def other_process(file, text, identity="r"):
    store = SqliteStore(file)
    workspace = Workspace(store, "other")
    workspace.open("demo")
    write(workspace, text, identity)
    workspace.save()
    store.close()


def test_two_versions_wait_for_a_person(autosave, workspace, file, qtbot):
    write(workspace, "mine")
    with qtbot.waitSignal(autosave.settled):
        autosave.flush()
    other_process(file, "theirs")
    write(workspace, "mine again")
    with qtbot.waitSignal(autosave.conflict) as heard:
        autosave.flush()
    conflict = heard.args[0]
    assert conflict.theirs.description == "theirs"
    assert on_disk(file) == {"r": "theirs"}
    workspace.settle(conflict, conflict.mine.after)
    with qtbot.waitSignal(autosave.settled):
        autosave.resume()
    assert on_disk(file) == {"r": "mine again"}
    assert autosave.state.saving is Saving.SAVED


def test_theirs_can_stand(autosave, workspace, file, qtbot):
    write(workspace, "mine")
    with qtbot.waitSignal(autosave.settled):
        autosave.flush()
    other_process(file, "theirs")
    write(workspace, "mine again")
    with qtbot.waitSignal(autosave.conflict) as heard:
        autosave.flush()
    workspace.settle(heard.args[0], heard.args[0].theirs)
    with qtbot.waitSignal(autosave.settled):
        autosave.resume()
    assert (on_disk(file), workspace.find("r").description) == ({"r": "theirs"}, "theirs")


@pytest.fixture
def watch(workspace, store, writer, fetched):
    watch = Watch(workspace, store, writer, fetched)
    watch.scopes = (None, "demo")
    yield watch
    watch.stop()


def test_what_others_write_is_seen_within_two_seconds(autosave, workspace, watch, file, qtbot):
    other_process(file, "theirs", "other")
    qtbot.waitUntil(lambda: workspace.find("other") is not None, timeout=2000)
    assert workspace.find("other").description == "theirs"


def test_what_is_unsaved_is_not_overwritten_by_news(autosave, workspace, watch, file, qtbot):
    other_process(file, "theirs", "other")
    write(workspace, "mine")
    watch.look()
    qtbot.waitUntil(lambda: workspace.find("other") is not None)
    assert workspace.find("r").description == "mine"
