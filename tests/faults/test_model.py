"""The long form of the model test: 2,000 sequences of 50."""

import pytest
from hypothesis import settings

from tests.workspace.test_model import Model


@pytest.mark.faults
class TestLongModel(Model.TestCase):
    settings = settings(max_examples=2000, stateful_step_count=50, deadline=None)
