"""PNG from SVG, by resvg; an extra, because nothing else needs it."""

from __future__ import annotations

from extract.error import ConflictKGError
from graph.picture.svg import Drawing

SCALE = 2.0
"""Pixels of the PNG for one of the drawing, as fine screens have them."""
_LARGEST = 16_000  # pixels a side


class RasterError(ConflictKGError):
    """The picture cannot be made a PNG here."""


def png(drawing: Drawing) -> bytes:
    """The drawing as PNG, with the fonts of this machine.

    Raises:
        RasterError: resvg is not installed, or the picture is too large for a PNG.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise RasterError(
            "PNG needs resvg: pip install 'conflictkg[png]'; .svg and .html need nothing more"
        ) from error
    zoom = min(SCALE, _LARGEST / max(drawing.width, drawing.height))
    if zoom < 0.5:
        raise RasterError(
            f"a picture of {drawing.width:.0f} by {drawing.height:.0f} is too large for PNG; "
            "write .svg, or show less with --from, --to, --actor or --place"
        )
    return bytes(svg_to_bytes(svg_string=drawing.svg(), zoom=zoom))
