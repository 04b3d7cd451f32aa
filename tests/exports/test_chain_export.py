"""The evidence chain on paper: as a picture of its own and in the report that stays with us."""

from dataclasses import replace

import pytest

from main import tools
from tests.program import run
from tests.sample import context, form
from workbench.commands.exporting import Order, composed
from workbench.domain import Task
from workbench.report import Figure, Heading, PageBreak, Paragraph
from workbench.spec import Context
from workbench.spec.evidence_chain import chain_figures, chain_scene

BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    file = tmp_path_factory.mktemp("chain") / "w.workbench"
    assert run("new", file, "--sample", language="en").returncode == 0
    return file


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_the_chain_is_written_as_a_picture(sample, tmp_path, suffix):
    out = tmp_path / f"chain.{suffix}"
    done = run("export", sample, "DEMO", out, "--part", "chain", language="en")
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(BEGINNINGS[suffix])


def test_the_chain_of_one_problem_says_nothing_of_another(sample, tmp_path):
    out = tmp_path / "chain.svg"
    run("export", sample, "DEMO", out, "--part", "chain:P02", language="en")
    text = out.read_text(encoding="utf-8")
    assert "P02" in text
    assert "P01" not in text


def test_a_problem_that_is_not_there_is_refused_and_nothing_is_written(sample, tmp_path):
    out = tmp_path / "chain.png"
    done = run("export", sample, "DEMO", out, "--part", "chain:P09", language="en")
    assert done.returncode != 0
    assert "P01, P02" in done.stderr
    assert not out.exists()


def test_a_project_without_records_has_no_chain(tmp_path):
    file, out = tmp_path / "w.workbench", tmp_path / "chain.png"
    run("new", file, "--project", "NEW", "New", language="en")
    done = run("export", file, "NEW", out, "--part", "chain", language="en")
    assert done.returncode != 0
    assert "Evidence chain" in done.stderr


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_the_report_shows_the_chain_of_the_project_and_of_each_problem(language):
    shown = context(language)
    blocks = list(chain_figures(shown))
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert isinstance(blocks[0], PageBreak)
    assert blocks[0].landscape
    assert [("P01" in each.caption, "P02" in each.caption) for each in figures] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert all(each.alt == each.scene.sentence for each in figures)


def test_our_own_report_has_the_chain_and_the_clients_has_not():
    shown = context("en")
    headings = {}
    for edition in ("internal", "client"):
        made = composed(tools(), shown, Order(shown.project.id, "en", "report", edition))
        headings[edition] = {block.text for block in made.blocks if isinstance(block, Heading)}
    assert "Evidence chain" in headings["internal"]
    assert "Evidence chain" not in headings["client"]


def test_an_empty_project_adds_nothing_to_its_report():
    shown = context("en")
    empty = Context(shown.project, shown.translate, lambda _kind: [])
    assert chain_scene(empty) is None
    assert list(chain_figures(empty)) == []


def test_a_report_leaves_out_the_chapters_that_are_not_wanted():
    shown = context("en")
    order = Order(
        shown.project.id, "en", left_out=frozenset({"interviews", "chain", "quotations", "follow_up"})
    )
    made = composed(tools(), shown, order)
    headings = {block.text for block in made.blocks if isinstance(block, Heading) and block.level == 1}
    assert not headings & {"Interview notes", "Evidence chain", "Appendix: client quotations", "Risks"}
    assert {"Problem statement", "Solution implementation plan", "Open points"} <= headings


def test_a_long_plan_is_drawn_in_parts_that_fit_a_page_with_their_own_numbers():
    shown = context("en")
    task = shown.records(Task)[0]
    more = [replace(task, id=f"t{number}", position=100.0 + number) for number in range(100)]
    blocks = list(form("implementation_plan").blocks(context("en", more)))
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert len(figures) == 6
    assert all(figure.scene.height < 600 for figure in figures)
    assert any(
        line.startswith("13. ") for s in figures[1].scene.of("t10") for line in getattr(s, "lines", ())
    )
    assert isinstance(blocks[-1], Paragraph)
