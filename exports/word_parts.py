"""Our own empty Word document, built in code: page, styles, numbering, footers, properties."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from exports.office import EAST_ASIAN, EAST_TAGS, LATIN, colour
from exports.word_styles import numbering, styles
from exports.word_theme import theme

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

PORTRAIT_CM: Final = 16.2
LANDSCAPE_CM: Final = 25.7
CM: Final = 1440 / 2.54
"""Twips in a centimetre."""
EMU: Final = 360_000
"""English metric units in a centimetre."""


def empty(language: str, footer: str) -> bytes:
    """The bytes of a document without a paragraph. ``footer`` is XML of runs."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, text in _parts(language, footer).items():
            package.writestr(name, _HEAD + text)
    return buffer.getvalue()


def section(*, landscape: bool, first_is_cover: bool = False) -> str:
    """The properties of a section of A4 pages."""
    footer = "rId12" if landscape else "rId11"
    turned = ' w:orient="landscape"' if landscape else ""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    margins = (1247, 1134, 1021) if landscape else (1417, 1361, 1247)
    top, side, bottom = margins
    return (
        f'<w:sectPr {W} {R}><w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}"'
        f' w:header="680" w:footer="624" w:gutter="0"/>{"<w:titlePg/>" if first_is_cover else ""}</w:sectPr>'
    )


def field(instruction: str, result: str) -> str:
    """Runs that hold a field and what it comes to."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{result}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _footer(runs: str, width_cm: float) -> str:
    return (
        f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{width_cm * CM:.0f}"/>'
        f"</w:tabs></w:pPr>{runs}<w:r><w:tab/></w:r>{field('PAGE', '1')}"
        f'<w:r><w:t xml:space="preserve"> / </w:t></w:r>{field("NUMPAGES", "1")}</w:p></w:ftr>'
    )


def _parts(language: str, footer: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(
            ("rId1", f"{_RELATION}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_RELATION}/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": f"<w:document {W} {R}><w:body/></w:document>",
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_RELATION}/styles", "styles.xml"),
            ("rId2", f"{_RELATION}/settings", "settings.xml"),
            ("rId3", f"{_RELATION}/numbering", "numbering.xml"),
            ("rId4", f"{_RELATION}/fontTable", "fontTable.xml"),
            ("rId5", f"{_RELATION}/theme", "theme1.xml"),
            ("rId11", f"{_RELATION}/footer", "footer1.xml"),
            ("rId12", f"{_RELATION}/footer", "footer2.xml"),
        ),
        "word/styles.xml": styles(language),
        "word/settings.xml": _settings(language),
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": _fonts(language),
        "word/theme1.xml": theme(language),
        "word/footer1.xml": _footer(footer, PORTRAIT_CM),
        "word/footer2.xml": _footer(footer, LANDSCAPE_CM),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
    }


def _relations(*each: tuple[str, str, str]) -> str:
    items = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in each
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _settings(language: str) -> str:
    compatible = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{compatible}" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="en-US" w:eastAsia="{EAST_TAGS[language]}"/></w:settings>'
    )


def _fonts(language: str) -> str:
    names = {LATIN: "00", EAST_ASIAN[language]: "86"}
    items = "".join(
        f'<w:font w:name={quoteattr(name)}><w:charset w:val="{charset}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, charset in names.items()
    )
    return f"<w:fonts {W}>{items}</w:fonts>"


def rule(colour_name: str, eighths: int, space: int = 0) -> str:
    """The attributes of a border line."""
    return f'w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour(colour_name)}"'


_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for part, kind in (
            ("styles", "styles"),
            ("settings", "settings"),
            ("numbering", "numbering"),
            ("fontTable", "fontTable"),
            ("footer1", "footer"),
            ("footer2", "footer"),
        )
    )
    + '<Override PartName="/word/theme1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Workbench</Application></Properties>"
)
