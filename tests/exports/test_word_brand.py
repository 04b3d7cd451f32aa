"""An organisation's name and logo on a Word report."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from matplotlib.figure import Figure as Canvas

from exports import word
from workbench.report import Brand, Heading, Report, Title, branded

REPORT = Report(
    title="Login", language="en", blocks=(Title("Login", (("Client", "XX"),)), Heading("One")), footer="Login"
)


@pytest.fixture(scope="module")
def logo():
    buffer = BytesIO()
    Canvas(figsize=(3, 1), dpi=100).savefig(buffer, format="png")
    return buffer.getvalue()


def written(report, path):
    assert list(word.write(report, path))
    return docx.Document(str(path))


def test_the_logo_and_the_name_stand_above_the_title(tmp_path, logo):
    document = written(branded(REPORT, Brand("晨光 & Co", logo)), tmp_path / "a.docx")
    [shape] = document.inline_shapes
    assert shape.width.cm == pytest.approx(6.0, abs=0.01)
    assert shape.height.cm == pytest.approx(2.0, abs=0.01)
    texts = [each.text for each in document.paragraphs]
    assert texts.index("晨光 & Co") < texts.index("Login")
    assert document.core_properties.author == "晨光 & Co"
    with ZipFile(tmp_path / "a.docx") as package:
        assert "晨光 &amp; Co · Login" in package.read("word/footer1.xml").decode()


def test_without_a_brand_nothing_is_added(tmp_path):
    assert branded(REPORT, Brand()) is REPORT
    document = written(REPORT, tmp_path / "a.docx")
    assert document.paragraphs[0].text == "Login"
    assert not document.inline_shapes


def test_a_tall_logo_is_no_higher_than_its_room(tmp_path):
    buffer = BytesIO()
    Canvas(figsize=(1, 3), dpi=100).savefig(buffer, format="png")
    document = written(branded(REPORT, Brand("", buffer.getvalue())), tmp_path / "a.docx")
    assert document.inline_shapes[0].height.cm == pytest.approx(2.2, abs=0.01)
