"""Reports as Word documents."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import singledispatch
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml

from exports.office import TAGS, width_of, words
from exports.word_parts import CM, EMU, LANDSCAPE_CM, PORTRAIT_CM, R, W, empty, field, section
from exports.word_table import fact_layout, fact_runs, facts, tables, text_run
from workbench.domain.text import clean
from workbench.files import replacing
from workbench.messages import Translate, _
from workbench.report import Block, Brand, Facts, Figure, Heading, PageBreak, Paragraph, Report, Table, Title

_STYLES = {"caption": "Caption", "quote": "Quote", "note": "Note", "bullet": "ListBullet"}
_BREAK = "<w:pageBreakBefore/>"
_FIGURE = _("Figure {number}")
_TALLEST = {False: (20.0, 21.0), True: (13.4, 15.4)}
"""How high a figure may be, in centimetres, on upright pages and on others: below a heading, and without."""
_FEW_FACTS = 2
"""So few facts stand below a heading as lines, not as a table."""
_LOGO_CM = (6.0, 2.2)
"""The most room for a logo on the cover."""
_LOGO_ID = 9000
"""Its number among the pictures, which no figure reaches."""


def write(report: Report, path: Path) -> Generator[int, None, None]:
    """Write the report, yielding the number of blocks done. Close to cancel. Raises Refusal."""
    with replacing(path) as draft:
        manuscript = Manuscript(_document(report), report.language, words(report.language))
        for done, block in enumerate(report.blocks, start=1):
            _add(block, manuscript)
            yield done
        manuscript.end()
        manuscript.document.save(str(draft))


@dataclass
class Manuscript:
    """A document being written, and what the next block must know."""

    document: Document
    language: str
    translate: Translate
    landscape: bool = False
    fresh: bool = True
    """Whether a new page has just begun."""
    must_break: bool = False
    has_cover: bool = False
    figures: int = 0
    under_heading: bool = False
    """Whether the last thing was a heading."""
    in_table: bool = False
    """Whether the last thing was a table; two neighbours would become one."""

    @property
    def width(self) -> float:
        """The width of the text, in centimetres."""
        return LANDSCAPE_CM if self.landscape else PORTRAIT_CM

    def paragraph(self, style: str, runs: str, layout: str = "") -> None:
        """Add a paragraph; ``layout`` is XML that follows the style's name."""
        if self.must_break and "pageBreakBefore" not in layout:
            layout = _BREAK + layout
        self.put(f'<w:p {W}><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{runs}</w:p>')
        self.in_table, self.under_heading = False, style.startswith("Heading")

    def table(self, xml: str) -> None:
        """Add a table, apart from one before it."""
        if self.in_table or self.must_break:
            self.paragraph("Gap", "")
        self.put(xml)
        self.in_table, self.under_heading = True, False

    def put(self, xml: str) -> None:
        """Add a finished piece."""
        self.document.element.body.append(parse_xml(xml))
        self.fresh = self.must_break = False

    def turn(self, *, landscape: bool) -> None:
        """End the section; what follows stands on pages of the other direction."""
        if self.in_table:
            self.paragraph("Gap", "")
        ending = section(landscape=self.landscape, first_is_cover=self._opens())
        last = self.document.element.body[-1:]
        if last and last[0].tag.endswith("}p"):
            last[0].get_or_add_pPr().append(parse_xml(ending))
        else:
            self.put(f'<w:p {W}><w:pPr><w:pStyle w:val="Gap"/>{ending}</w:pPr></w:p>')
        self.landscape, self.fresh, self.must_break = landscape, True, False

    def end(self) -> None:
        """Close the last section."""
        if self.in_table:
            self.paragraph("Gap", "")
        self.document.element.body.append(
            parse_xml(section(landscape=self.landscape, first_is_cover=self._opens()))
        )

    def _opens(self) -> bool:
        """Whether the section that ends now is the one with the cover."""
        cover, self.has_cover = self.has_cover, False
        return cover


def _document(report: Report) -> Document:
    document = docx.Document(BytesIO(empty(report.language, text_run(clean(report.footer)))))
    properties = document.core_properties
    properties.title = clean(report.title)[:255]
    properties.author = properties.last_modified_by = clean(report.author)[:255]
    properties.language = TAGS[report.language]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    return document


@singledispatch
def _add(block: Block, _manuscript: Manuscript) -> None:
    raise TypeError(f"Word has no form for {type(block).__name__}")


@_add.register
def _add_title(block: Title, manuscript: Manuscript) -> None:
    text = clean(block.text)
    manuscript.has_cover = manuscript.fresh and len(manuscript.document.element.body) == 0
    above = _add_brand(block.brand, manuscript)
    manuscript.paragraph("Title", text_run(text))
    if block.facts:
        lines = 1 + width_of(text) // 26
        below = sum(1 + width_of(clean(fact)) // 70 for _label, fact in block.facts)
        space = max(10_400 - 900 * lines - 460 * below - above, 200)
        manuscript.paragraph("Gap", "", f'<w:spacing w:before="{space}"/>')
        manuscript.table(facts(block.facts, manuscript.width * CM))
    manuscript.must_break = True


def _add_brand(brand: Brand, manuscript: Manuscript) -> int:
    """Whose document it is, above its title. Returns the height taken, in twips."""
    taken = 0
    if brand.logo:
        part: Any = manuscript.document.part
        relation, image = part.get_or_add_image(BytesIO(brand.logo))
        width = min(_LOGO_CM[0], _LOGO_CM[1] * image.px_width / max(image.px_height, 1))
        height = width * image.px_height / max(image.px_width, 1)
        picture = _Picture(relation, width, height, _LOGO_ID, clean(brand.name) or "Logo")
        manuscript.paragraph("Normal", picture.xml(), '<w:spacing w:before="0" w:after="120"/>')
        taken += int(height * CM) + 120
    if brand.name:
        manuscript.paragraph("Normal", text_run(clean(brand.name)), '<w:spacing w:before="0" w:after="0"/>')
        taken += 420
    return taken


@_add.register
def _add_heading(block: Heading, manuscript: Manuscript) -> None:
    level = min(max(block.level, 1), 3)
    manuscript.paragraph(f"Heading{level}", text_run(clean(block.text)))


@_add.register
def _add_paragraph(block: Paragraph, manuscript: Manuscript) -> None:
    manuscript.paragraph(_STYLES.get(block.style, "Normal"), text_run(clean(block.text)))


@_add.register
def _add_facts(block: Facts, manuscript: Manuscript) -> None:
    if manuscript.under_heading and len(block.pairs) <= _FEW_FACTS:
        for label, text in block.pairs:  # LibreOffice keeps paragraphs with what follows, but no table
            manuscript.paragraph("FactText", fact_runs(label, text), fact_layout(block.pairs))
    elif block.pairs:
        manuscript.table(facts(block.pairs, manuscript.width * CM))


@_add.register
def _add_table(block: Table, manuscript: Manuscript) -> None:
    for xml in tables(block, manuscript.width * CM):
        manuscript.table(xml)


@_add.register
def _add_break(block: PageBreak, manuscript: Manuscript) -> None:
    if block.landscape != manuscript.landscape:
        manuscript.turn(landscape=block.landscape)
    elif not manuscript.fresh:
        manuscript.must_break = True


@_add.register
def _add_figure(block: Figure, manuscript: Manuscript) -> None:
    from exports.figures import picture  # matplotlib is heavy: only documents with pictures load it

    manuscript.figures += 1
    part: Any = manuscript.document.part
    relation, _image = part.get_or_add_image(BytesIO(picture(block.scene, manuscript.language)))
    manuscript.paragraph("Figure", _inline(block, manuscript, relation))
    before, _mark, after = manuscript.translate(_FIGURE.fill(number="\0")).partition("\0")
    caption = clean(block.caption)
    number = field("SEQ Figure \\* ARABIC", str(manuscript.figures))
    manuscript.paragraph("Caption", f"{text_run(before)}{number}{text_run(after + '  ' + caption)}")


def _inline(block: Figure, manuscript: Manuscript, relation: str) -> str:
    under_heading, alone = _TALLEST[manuscript.landscape]
    tallest = under_heading if manuscript.under_heading else alone
    width = min(manuscript.width, tallest * block.scene.width / max(block.scene.height, 1.0))
    height = width * block.scene.height / max(block.scene.width, 1.0)
    alt = clean(block.alt).replace("\n", " ")
    return _Picture(relation, width, height, manuscript.figures, alt).xml()


@dataclass(frozen=True)
class _Picture:
    """A picture in the text: what it shows, its size in centimetres, its number, its words."""

    relation: str
    width: float
    height: float
    number: int
    alt: str

    def xml(self) -> str:
        """The run that holds it."""
        extent = f'cx="{self.width * EMU:.0f}" cy="{self.height * EMU:.0f}"'
        number, alt = self.number, escape(self.alt)
        main = "http://schemas.openxmlformats.org/drawingml/2006"
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing"'
            ' distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:docPr id="{number}" name="Figure {number}" descr="{alt}"/>'
            f'<a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture">'
            f'<pic:pic xmlns:pic="{main}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Figure {number}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {R} r:embed="{self.relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )
