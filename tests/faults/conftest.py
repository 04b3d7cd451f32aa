"""A data folder whose workspace has a project that opens by itself."""

import pytest

from tests.program import dump, run


@pytest.fixture
def folder(tmp_path):
    file = tmp_path / "workbench.workbench"
    assert run("new", file, "--project", "DEMO", "Login").returncode == 0
    [scope] = [item["id"] for item in dump(file) if item["kind"] == "project"]
    (tmp_path / "places.json").write_text(f'{{"{file}": "{scope}"}}')
    return tmp_path
