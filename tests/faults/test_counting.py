"""Two programs and 600 updates of one record."""

import pytest

from tests.storage.files import make
from tests.storage.test_store import count_together


@pytest.mark.faults
def test_two_programs_lose_none_of_600_updates(tmp_path):
    remark = count_together(make(tmp_path / "w.workbench"), 300)
    assert (remark.count("a"), remark.count("b")) == (300, 300)
