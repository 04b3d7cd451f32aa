"""The named styles of our Word documents (DESIGN.md section 7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exports.office import EAST_ASIAN, EAST_TAGS, LATIN, colour

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TONES: Final = ("red", "accent", "amber", "green", "blue", "violet", "grey")
"""The tones that a text can have; each has a character style ``Tone`` and its name."""
_LEFT_RULE = '<w:pBdr><w:left w:val="single" w:sz="36" w:space="12" w:color="{}"/></w:pBdr>'.format(
    colour("accent")
)


def styles(language: str) -> str:
    """The styles part."""
    return f"<w:styles {_W}>{_defaults(language)}{''.join(_all())}</w:styles>"


def numbering() -> str:
    """The numbering part: chapters are numbered 1, 2, 3; the items of a list have a dot."""
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>'
        '<w:suff w:val="tab"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:tabs><w:tab w:val="num" w:pos="454"/></w:tabs>'
        '<w:ind w:left="454" w:hanging="454"/></w:pPr>'
        f'<w:rPr><w:color w:val="{colour("accent")}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:suff w:val="tab"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:tabs><w:tab w:val="num" w:pos="284"/></w:tabs>'
        '<w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _defaults(language: str) -> str:
    fonts = f'w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{EAST_ASIAN[language]}" w:cs="{LATIN}"'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:color w:val="{colour("ink1")}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="en-US" w:eastAsia="{EAST_TAGS[language]}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="336" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _all() -> Iterator[str]:
    yield _paragraph("Normal", "Normal", default=True)
    yield _paragraph(
        "Title", "Title", _spaced(3000, 120, 276, before_spacing=_LEFT_RULE), _size(64, bold=True)
    )
    yield _paragraph("Heading1", "heading 1", _heading(0, 480, 200, number=True), _size(36, bold=True))
    yield _paragraph("Heading2", "heading 2", _heading(1, 280, 100), _size(25, bold=True))
    yield _paragraph("Heading3", "heading 3", _heading(2, 200, 80), _size(21, bold=True))
    yield _paragraph("Caption", "caption", _spaced(60, 200, 300), _size(17, "ink3"))
    yield _paragraph("Note", "Note", _spaced(120, 80, 300), _size(18, "ink2"))
    yield _paragraph("Quote", "Quote", _quote(), _size(21, "ink2"))
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    yield _paragraph("ListBullet", "List Bullet", item + _spaced(0, 60, 336))
    yield _paragraph("Figure", "Figure", "<w:keepNext/>" + _spaced(120, 0, 240), "")
    yield _paragraph("TableText", "Table Text", _spaced(0, 0, 300), _size(18))
    yield _paragraph(
        "TableHeader", "Table Header", "<w:keepNext/>" + _spaced(0, 0, 300), _size(17, "ink3", bold=True)
    )
    yield _paragraph("TableGroup", "Table Group", "<w:keepNext/>" + _spaced(0, 0, 300), _size(18, bold=True))
    yield _paragraph("FactLabel", "Fact Label", "<w:keepNext/>" + _spaced(0, 0, 300), _size(20, "ink3"))
    yield _paragraph("FactText", "Fact Text", _spaced(0, 0, 300), _size(20))
    yield _paragraph(
        "Gap",
        "Gap",
        '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
        _size(4),
    )
    yield _paragraph("Footer", "footer", _spaced(0, 0, 240), _size(17, "ink3"))
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    for tone in TONES:
        yield (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="Tone{tone}">'
            f'<w:name w:val="Tone {tone}"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f'<w:rPr><w:b/><w:color w:val="{colour(tone + "_t")}"/></w:rPr></w:style>'
        )
    yield from _tables()


def _tables() -> Iterator[str]:
    cells = (
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="{}" w:type="dxa"/></w:tblCellMar>'
    )
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{cells.format(0)}</w:tblPr></w:style>"
    )
    yield (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ThreeLine"><w:name w:val="Three Line Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_borders(12, "ink1", 6, "ink1")}'
        f"{cells.format(130)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"<w:top {_line(12, 'ink1')}/><w:bottom {_line(6, 'ink1')}/>"
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )
    yield (
        '<w:style w:type="table" w:customStyle="1" w:styleId="FactTable"><w:name w:val="Fact Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_borders(8, "ink1", 4, "line2")}'
        f"{cells.format(130)}</w:tblPr></w:style>"
    )


def _borders(top: int, top_colour: str, bottom: int, bottom_colour: str) -> str:
    return (
        f"<w:tblBorders><w:top {_line(top, top_colour)}/><w:bottom {_line(bottom, bottom_colour)}/>"
        f"<w:insideH {_line(4, 'line2')}/></w:tblBorders>"
    )


def _line(eighths: int, name: str) -> str:
    return f'w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour(name)}"'


def _paragraph(key: str, name: str, layout: str = "", look: str = "", *, default: bool = False) -> str:
    chosen = ' w:default="1"' if default else ""
    known = name.islower() or name in {"Normal", "Title", "Quote", "List Bullet"}
    own = "" if known else ' w:customStyle="1"'
    based = "" if default else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    follows = "<w:qFormat/>"
    return (
        f'<w:style w:type="paragraph"{chosen}{own} w:styleId="{key}"><w:name w:val="{name}"/>{based}{follows}'
        f"{f'<w:pPr>{layout}</w:pPr>' if layout else ''}{f'<w:rPr>{look}</w:rPr>' if look else ''}</w:style>"
    )


def _size(half_points: int, ink: str = "ink1", *, bold: bool = False) -> str:
    return (
        f'{"<w:b/><w:bCs/>" if bold else ""}<w:color w:val="{colour(ink)}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _spaced(before: int, after: int, line: int, before_spacing: str = "") -> str:
    rule = 'w:lineRule="auto"'
    return f'{before_spacing}<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" {rule}/>'


def _heading(level: int, before: int, after: int, *, number: bool = False) -> str:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if number else ""
    return (
        f'<w:keepNext/><w:keepLines/>{numbered}{_spaced(before, after, 300)}<w:outlineLvl w:val="{level}"/>'
    )


def _quote() -> str:
    edge = (
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{colour("accent_line")}"/></w:pBdr>'
    )
    return f'{edge}{_spaced(80, 120, 336)}<w:ind w:left="227"/>'
