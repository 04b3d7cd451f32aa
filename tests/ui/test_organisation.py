"""Whose reports these are: a name, and a logo that is copied, shown, and left out once it is damaged."""

from pathlib import Path

import docx
from PySide6.QtGui import QColor, QImage

from ui.carrying import brand_of
from ui.export_dialog import Wish
from ui.preferences.organisation import Organisation


def section(where, key):
    assert where.sections.choose(key)
    return where.sections.page


def picture(path: Path, size=(300, 90)):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#0D6670"))
    assert image.save(str(path))
    return path


def test_a_logo_is_copied_into_the_data_folder_and_shown(settings, program, tmp_path):
    own = section(settings, "organisation")
    assert isinstance(own, Organisation)
    own.take(picture(tmp_path / "brand.jpg"))
    assert (program.folder.path / "logo.jpg").is_file()
    assert program.folder.read().logo == "logo.jpg"
    assert not own.picture.pixmap().isNull()
    own.take_away()
    assert not (program.folder.path / "logo.jpg").exists()
    assert program.folder.read().logo == ""


def test_a_report_written_from_the_window_carries_name_and_logo(settings, program, start, tmp_path, qtbot):
    own = section(settings, "organisation")
    own.name.setText("晨光咨询")
    own.name.entered.emit()
    own.take(picture(tmp_path / "brand.png"))
    out = tmp_path / "report.docx"
    start.carrying.export(Wish(out, "zh_CN"))
    qtbot.waitUntil(lambda: start.carrying.job is None and out.exists(), timeout=30_000)
    document = docx.Document(str(out))
    assert len(document.inline_shapes) >= 1
    assert "晨光咨询" in [each.text for each in document.paragraphs]
    assert program.folder.read().export_language == ""


def test_a_logo_that_is_damaged_later_is_left_out_of_reports_and_that_is_said(settings, program, tmp_path):
    own = section(settings, "organisation")
    own.take(picture(tmp_path / "brand.png"))
    kept = program.folder.path / "logo.png"
    assert brand_of(program).logo == kept.read_bytes()
    kept.write_bytes(b"garbage")
    own.refresh()
    assert brand_of(program).logo == b""
    assert "gone or damaged" in own.trouble.text()
    own.take(picture(tmp_path / "brand.png"))
    assert own.trouble.text() == ""


def test_what_is_no_picture_is_refused_with_its_reason(settings, program, tmp_path):
    own = section(settings, "organisation")
    (tmp_path / "letter.png").write_text("Dear client")
    own.take(tmp_path / "letter.png")
    assert "letter.png is no PNG or JPEG picture" in own.trouble.text()
    own.take(picture(tmp_path / "dot.png", (4, 4)))
    assert "4 × 4 pixels" in own.trouble.text()
    own.take(tmp_path / "gone.png")
    assert program.folder.read().logo == ""
