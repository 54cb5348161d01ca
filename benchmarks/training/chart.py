"""``python -m benchmarks.training.chart``: the reliability of the shipped reader, as a picture.

For each matter: how often a fact is right, against the probability that was given. On the diagonal
the two agree. A dot's area shows how many facts stand behind it.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from extract.reader.network import FOLDER

_SIDE: Final = 120
_GAP: Final = 52
_ACROSS: Final = 3
_MARGIN: Final = 36
_LARGEST: Final = 9.0
_FEWEST: Final = 5
_INK, _PALE, _DOT = "#333333", "#bbbbbb", "#0072b2"


def draw(calibration: Mapping[str, Mapping[str, Any]]) -> str:
    """The picture as SVG; ``calibration`` as in the model's card."""
    matters = [(name, one) for name, one in calibration.items() if one["judged"]]
    down = math.ceil(len(matters) / _ACROSS)
    width = 2 * _MARGIN + _ACROSS * _SIDE + (_ACROSS - 1) * _GAP
    height = 2 * _MARGIN + down * (_SIDE + _GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="10" fill="{_INK}">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for number, (name, one) in enumerate(matters):
        left = _MARGIN + number % _ACROSS * (_SIDE + _GAP)
        top = _MARGIN + number // _ACROSS * (_SIDE + _GAP)
        parts += _panel(left, top, name, one)
    foot = height - _MARGIN / 2
    parts.append(
        f'<text x="{_MARGIN}" y="{foot}">across: probability given; up: share that is right; '
        f"dots: at least {_FEWEST} facts</text>"
    )
    return "\n".join([*parts, "</svg>", ""])


def _panel(left: int, top: int, name: str, one: Mapping[str, Any]) -> list[str]:
    most = max(each["number"] for each in one["bins"])
    parts = [
        f'<text x="{left}" y="{top - 19}" font-weight="bold">{name}</text>',
        f'<text x="{left}" y="{top - 6}">{one["judged"]} judged, error '
        f"{one['expected_error']:.3f}</text>",
        f'<rect x="{left}" y="{top}" width="{_SIDE}" height="{_SIDE}" fill="none" '
        f'stroke="{_PALE}"/>',
        f'<path d="M{left} {top + _SIDE}L{left + _SIDE} {top}" stroke="{_PALE}"/>',
    ]
    for each in one["bins"]:
        if each["number"] >= _FEWEST:
            x, y = left + each["said"] * _SIDE, top + (1 - each["right"]) * _SIDE
            radius = max(1.5, _LARGEST * math.sqrt(each["number"] / most))
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{_DOT}" '
                'fill-opacity="0.6"/>'
            )
    return parts


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw the shipped model's reliability into a file."""
    parser = argparse.ArgumentParser(prog="benchmarks.training.chart", description=__doc__)
    parser.add_argument("output", type=Path)
    options = parser.parse_args(arguments)
    card = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
    options.output.write_text(draw(card["calibration"]), encoding="utf-8")


if __name__ == "__main__":
    main()
