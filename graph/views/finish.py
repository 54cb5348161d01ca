"""A view made ready for other programs: measured, labelled, and with looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from graph.views.words import Labels


def finished(graph: nx.MultiDiGraph[str], lang: Labels | str = "en") -> nx.MultiDiGraph[str]:
    """A copy with measures, labels in this language (``ar``, ``en``, ``both``), colours and places.

    See ``graph.views.measure``, ``graph.views.words`` and ``graph.views.style``.
    """
    from graph.views.measure import measured
    from graph.views.style import dressed
    from graph.views.words import labelled

    return dressed(labelled(measured(graph), lang))
