"""A workspace, and the same file in another program."""

from contextlib import closing

import pytest

from tests.storage.files import make, opened
from tests.workspace.clock import Clock
from workbench.storage import SqliteStore
from workbench.workspace import Workspace


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def file(tmp_path):
    return make(tmp_path / "w.workbench")


@pytest.fixture
def workspace(file, clock):
    with closing(SqliteStore(file)) as store:
        found = Workspace(store, "me", clock)
        found.open("p")
        found.open(None)
        yield found


@pytest.fixture
def other(file):
    """The same file in another program."""
    with closing(SqliteStore(file)) as store:
        yield opened(store)
