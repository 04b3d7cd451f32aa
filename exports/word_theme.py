"""The theme part of our Word documents: colours and fonts that offices offer for what people add."""

from __future__ import annotations

from exports.office import EAST_ASIAN, LATIN, colour

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_COLOURS = {
    "dk1": "ink1", "lt1": "surface", "dk2": "ink2", "lt2": "sunken", "accent1": "accent", "accent2": "red",
    "accent3": "amber", "accent4": "green", "accent5": "blue", "accent6": "violet", "hlink": "accent_t",
    "folHlink": "violet_t",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(language: str) -> str:
    """The theme part."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour(token)}"/></a:{name}>' for name, token in _COLOURS.items()
    )
    fonts = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN[language]}"/><a:cs typeface=""/>'
    return (
        f'<a:theme {_A} name="Workbench"><a:themeElements><a:clrScheme name="Workbench">'
        f"{colours}</a:clrScheme>"
        f'<a:fontScheme name="Workbench"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Workbench"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
