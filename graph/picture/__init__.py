"""Pictures of networks, of events over time, and of events on a map: SVG, and a page around it.

Whatever draws returns a ``graph.picture.svg.Drawing``; ``graph.picture.page`` makes a page of it,
``graph.picture.raster`` a PNG.
"""
