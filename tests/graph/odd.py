"""Generated graphs with every odd value that a view or a caller may have."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st

ODD = "\u202b\u2067\u0000\u001b\ufffe\ud800🚀👩\u200dقاABC<&\"'=+@- \t\r\n"
"""Characters that break files: controls, halves of pairs, both directions, markup, formulas."""
LABELS = st.one_of(
    st.text(max_size=40),
    st.text(
        alphabet="\u202b\u2067\u0000\u001b\ufffe\ud800🚀👩\u200d🚀قاABC<&\"'=+@- \t\r\n",
        max_size=20,
    ),
    st.sampled_from(["", " ", "=1+1", "ق" * 10_000, "</script><b>", "]]>", "a\u0301\u202e"]),
)
SPELLS = st.lists(
    st.one_of(
        st.tuples(st.dates(), st.none()),
        st.tuples(st.none(), st.dates()),
        st.tuples(st.none(), st.none()),
        st.lists(st.dates(), min_size=2, max_size=2).map(lambda days: tuple(sorted(days))),
    ),
    max_size=3,
)
OPTIONAL = {
    "spells": SPELLS,
    "lat": st.floats(allow_nan=False, allow_infinity=False),
    "count": st.integers(-(2**63), 2**63 - 1),
    "denied": st.booleans(),
    "sources": st.lists(LABELS, max_size=3),
    "date_start": st.dates(),
    "note": st.one_of(st.none(), LABELS),
    "id": LABELS,
    "odd title <&\u0000": LABELS,
}
NODES = st.fixed_dictionaries(
    {"label": LABELS, "label_ar": LABELS, "kind": st.sampled_from(["actor", "event", "other"])},
    optional=OPTIONAL,
)
EDGES = st.fixed_dictionaries(
    {"kind": st.sampled_from(["against", "denied-target", "open-at", "denies", "linked"])},
    optional={**OPTIONAL, "label": LABELS, "weight": st.floats(0.5, 1e6)},
)
NAMES = st.one_of(
    st.text(min_size=1, max_size=8), st.integers(0, 6).map(lambda n: f"https://x/{n}")
)


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph[str]:
    """Up to six nodes and eight edges, loops and parallel ones too."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    # Names that differ only in what XML cannot hold would become one; views have IRIs as names.
    names = draw(st.lists(NAMES, max_size=6, unique_by=lambda n: n.encode("utf-8", "replace")))
    clean = [n for n in names if n.isprintable()]
    for name in clean:
        graph.add_node(name, **draw(NODES))
    if clean:
        ends = st.tuples(st.sampled_from(clean), st.sampled_from(clean))
        for source, target in draw(st.lists(ends, max_size=8)):
            graph.add_edge(source, target, **draw(EDGES))
    return graph
