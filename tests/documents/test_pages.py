"""Finished documents as LibreOffice prints them: every page has something on it, and nothing is lost."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.program import run

pytestmark = pytest.mark.documents

WORDS = {
    "zh_CN": ("需求优先级评估表", "高价值-低紧急度", "高价值-高紧急度", "4(提升客户工作效率)"),
    "zh_TW": ("需求優先級評估表", "高價值-低緊急度", "高價值-高緊急度", "4(提升客戶工作效率)"),
    "en": ("Requirement priority assessment", "High value - low urgency", "High value - high urgency"),
}


@pytest.fixture(scope="module", params=sorted(WORDS))
def sample(request, tmp_path_factory):
    """The worked example in one language."""
    folder = tmp_path_factory.mktemp(request.param)
    file = folder / "w.workbench"
    assert run("new", file, "--sample", language=request.param).returncode == 0
    return file, request.param


def printed(document: Path) -> Path:
    """The document as a PDF."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice is missing: python3 dev.py documents installs it"
    profile = (document.parent / "profile").as_uri()
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            document.parent,
            document,
        ],
        check=True,
        capture_output=True,
        timeout=240,
        env={**os.environ, "HOME": str(document.parent)},
    )
    return document.with_suffix(".pdf")


def text_of(pdf: Path) -> str:
    """The words on the pages, without the blanks and line ends that a layout adds."""
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, encoding="utf-8")
    return re.sub(r"\s", "", done.stdout)


def pages_of(pdf: Path) -> list[Image.Image]:
    """The pages as pictures."""
    subprocess.run(["pdftoppm", "-r", "50", "-png", pdf, pdf.with_suffix("")], check=True)
    return [Image.open(path) for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))]


def ink(page: Image.Image) -> float:
    """The share of a page that is not white."""
    counts = page.convert("L").histogram()
    return sum(counts[:245]) / sum(counts)


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_every_page_is_printed_with_all_its_words(sample, suffix):
    file, language = sample
    out = file.with_name(f"{suffix}.{suffix}")
    assert run("export", file, "DEMO", out, language=language).returncode == 0
    pdf = printed(out)
    text = text_of(pdf)
    for words in WORDS[language]:
        assert re.sub(r"\s", "", words) in text
    pages = pages_of(pdf)
    assert 1 <= len(pages) <= 60
    assert [number for number, page in enumerate(pages, start=1) if ink(page) < 0.002] == []


def test_the_program_makes_the_same_pdf_itself(sample):
    file, language = sample
    out = file.with_name("own.pdf")
    done = run("export", file, "DEMO", out, language=language)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.sub(r"\s", "", WORDS[language][0]) in text_of(out)
