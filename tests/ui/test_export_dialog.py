"""What is to be exported: the format, what it holds and for whom, which picture; and how it went."""

from datetime import UTC, datetime

import pytest

from ui.carrying import shown_picture
from ui.export_dialog import ExportDialog, Wish, formats, safe_name
from workbench.domain import Project


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("某客户", "登录/续约", "20260402"), "某客户_登录续约_20260402"),
        (("", "CON: a?", "x"), "CON a_x"),
        (("..", "a" * 300), "a" * 60),
    ],
)
def test_a_file_name_is_made_of_client_project_and_day(parts, name):
    assert safe_name(*parts) == name


def test_export_offers_what_can_be_written(program):
    dialog = ExportDialog(program.window, program, formats(program.desk.opened.tools))
    today = datetime.now(UTC).astimezone().strftime("%Y%m%d")
    assert dialog.name.text() == f"Login_{today}"
    assert {dialog.format.itemData(number) for number in range(dialog.format.count())} >= {
        ".docx",
        ".xlsx",
        ".png",
    }
    dialog.close()


def test_a_clients_edition_leaves_out_what_is_ours_and_names_until_they_are_wanted(program):
    dialog = ExportDialog(program.window, program, formats(program.desk.opened.tools))
    wishes = []
    dialog.wished.connect(wishes.append)
    contents = dialog.contents
    assert not contents.left_out()
    contents.edition.setCurrentIndex(1)
    contents.ticks["plan"].setChecked(False)
    assert contents.ticks["chain"].isHidden()
    assert not contents.ticks["names"].isChecked()
    dialog._wish()
    assert (wishes[0].edition, wishes[0].left_out) == ("client", {"plan", "names"})


def test_nothing_chosen_cannot_be_exported(program):
    dialog = ExportDialog(program.window, program, formats(program.desk.opened.tools))
    for tick in dialog.contents.ticks.values():
        tick.setChecked(False)
    assert dialog.contents.is_empty
    assert not dialog._write.isEnabled()
    dialog.close()


def test_a_picture_is_chosen_from_those_there_are_the_chain_among_them(example):
    program = example
    page = program.show_page("fishbone_analysis")
    known = formats(program.desk.opened.tools)
    dialog = ExportDialog(program.window, program, known, shown_picture(page))
    offered = [dialog.picture.itemData(number) for number in range(dialog.picture.count())]
    assert {"quadrant", "fishbone:P01", "timeline:S01", "effects:S01", "chain", "chain:P02"} <= set(offered)
    assert dialog.picture.currentData() == "fishbone:P01"
    wishes = []
    dialog.wished.connect(wishes.append)
    dialog.format.setCurrentIndex(dialog.format.findData(".png"))
    dialog.picture.setCurrentIndex(offered.index("chain:P02"))
    assert dialog.contents.isHidden()
    dialog._wish()
    assert wishes[0].part == "chain:P02"


def test_an_export_runs_beside_the_work_and_says_where_it_is(program, start, tmp_path, qtbot):
    out = tmp_path / "data.json"
    start.carrying.export(Wish(out, "en"))
    qtbot.waitUntil(
        lambda: out.exists() and program.window.banners.standing("export").tone == "green", timeout=5000
    )
    assert isinstance(program.desk.session.project, Project)
    assert program.choices.settings.export_folder == str(tmp_path)


def test_a_refused_export_says_why(program, start, tmp_path, qtbot):
    start.carrying.export(Wish(tmp_path / "nowhere" / "data.json", "en"))
    qtbot.waitUntil(
        lambda: (notice := program.window.banners.standing("export")) is not None and notice.tone == "red",
        timeout=5000,
    )
