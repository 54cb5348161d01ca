"""SVG: shapes and text as strings, and a drawing made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.picture.text import FONTS, fonts, isolated
from graph.xml import escaped

Colour = tuple[int, int, int]
INK = (34, 34, 34)
PALE = (110, 110, 110)
PAPER = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture.

    Attributes:
        width: In pixels at 96 dpi.
        height: Likewise.
        title: What it shows, for those who cannot see it and for the window's title.
        body: The elements, in the order of painting.
        details: What a page tells of an element: lines by the element's ``data-id``.
        lang: Language of the title, ``ar`` or ``en``.
    """

    width: float
    height: float
    title: str
    body: Sequence[str]
    details: dict[str, list[str]] = field(default_factory=dict)
    lang: str = "en"

    def svg(self) -> str:
        """The whole picture as SVG 1.1; no fonts, scripts or addresses of others in it."""
        size = f'width="{number(self.width)}" height="{number(self.height)}"'
        box = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        family = escaped(FONTS)
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="{family}"'
                f' direction="ltr" role="img" xml:lang="{self.lang}">',
                f"<title>{escaped(self.title)}</title>",
                rect(0, 0, self.width, self.height, fill=PAPER),
                *self.body,
                "</svg>\n",
            ]
        )


def number(value: float) -> str:
    """A number with at most two decimals."""
    told = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if told == "-0" else told


def colour(value: Colour) -> str:
    """A colour as SVG writes it."""
    return "#{:02x}{:02x}{:02x}".format(*value)


def element(tag: str, inner: str = "", **given: Any) -> str:
    """An element; ``stroke_width`` becomes ``stroke-width``, what is None is left out."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in given.items()
        if value is not None
    )
    return f"<{tag}{told}>{inner}</{tag}>" if inner else f"<{tag}{told}/>"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return colour((int(value[0]), int(value[1]), int(value[2])))
    if isinstance(value, int | float):
        return number(value)
    return escaped(str(value))


def rect(x: float, y: float, width: float, height: float, **given: Any) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, **given)


def line(x1: float, y1: float, x2: float, y2: float, **given: Any) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **given)


def circle(x: float, y: float, r: float, inner: str = "", **given: Any) -> str:
    """A circle."""
    return element("circle", inner, cx=x, cy=y, r=r, **given)


def path(d: str, inner: str = "", **given: Any) -> str:
    """A path."""
    return element("path", inner, d=d, **given)


def title(text: str) -> str:
    """What browsers show when the pointer rests on the element around it."""
    return f"<title>{escaped(text)}</title>" if text else ""


def text(
    x: float,
    y: float,
    content: str,
    size: float,
    *,
    fill: Colour = INK,
    anchor: str = "start",
    weight: str | None = None,
    halo: bool = False,
    **given: Any,
) -> str:
    """One line of text, its baseline at ``y``, isolated so that Arabic and Latin do not mix up.

    Args:
        x: Where it starts, has its middle or ends, on paper: ``start`` is always the left end.
        y: Baseline.
        content: The text.
        size: Of the font, in pixels.
        fill: Colour.
        anchor: ``start``, ``middle`` or ``end``.
        weight: Of the font.
        halo: A white edge, for text on lines.
        given: Further attributes.
    """
    edge: dict[str, Any] = (
        {"stroke": PAPER, "stroke_width": 3.5, "stroke_linejoin": "round", "paint_order": "stroke"}
        if halo
        else {}
    )
    return element(
        "text",
        escaped(isolated(content)),
        font_family=fonts(content),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        text_anchor=anchor if anchor != "start" else None,
        font_weight=weight,
        **edge,
        **given,
    )
