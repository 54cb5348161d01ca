"""Words for kinds: every kind that a view can have, in both languages; labels as asked for."""

from __future__ import annotations

import re

import networkx as nx
import pytest

from graph.store import Store
from graph.views import VIEWS
from graph.views.evidence import RANKS
from graph.views.style import COLOURS, EDGE_COLOURS
from graph.views.words import JOINT, labelled, phrase, words
from ontology.files import codes
from ontology.namespace import CODE, Scheme

ARABIC = re.compile("[\u0600-\u06ff]")


def notations(scheme: Scheme) -> set[str]:
    prefix = str(CODE.perpetrator).removesuffix("perpetrator")
    in_scheme = "http://www.w3.org/2004/02/skos/core#inScheme"
    return {
        str(subject).removeprefix(prefix)
        for subject, predicate, scheme_ in codes()
        if str(predicate) == in_scheme and str(scheme_) == f"{prefix}{scheme}"
    }


def test_every_role_and_relation_has_words() -> None:
    roles = notations(Scheme.ROLE)
    relations = {r.removeprefix("event-") for r in notations(Scheme.EVENT_RELATION)}
    assert len(roles) > 3
    assert len(relations) > 2
    assert roles | relations <= words().edges.keys()
    statuses = {s.removeprefix("status-") for s in notations(Scheme.EVENT_STATUS)}
    assert statuses == words().statuses.keys()
    assert words().certainties.keys() == RANKS.keys()
    assert words().nodes.keys() == COLOURS.keys()
    assert words().meanings.keys() == EDGE_COLOURS.keys()


def test_every_entry_has_arabic_and_other_letters() -> None:
    tables = words().model_dump()
    entries = [entry for table in tables.values() for entry in table.values()]
    assert len(entries) > 50
    assert all(ARABIC.search(arabic) and not ARABIC.search(english) for arabic, english in entries)


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_kind_of_the_views_has_words(store: Store, view: str) -> None:
    kinds = {f["kind"] for *_, f in VIEWS[view](store).edges(data=True)}
    assert kinds
    assert all(ARABIC.search(phrase(kind, "ar")) for kind in kinds)


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [
        ("en", ["River Base", "only ar", "x"]),
        ("ar", ["قاعدة النهر", "only ar", "x"]),
        ("both", [f"قاعدة النهر{JOINT}River Base", "only ar", "x"]),
    ],
)
def test_labels_in_the_language_asked_for(lang: str, wanted: list[str]) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("1", label="?", label_ar="قاعدة النهر", label_en="River Base")
    graph.add_node("2", label="?", label_ar="only ar", label_en="")
    graph.add_node("3", label="x")
    assert [label for _, label in labelled(graph, lang).nodes(data="label")] == wanted
    assert graph.nodes["1"]["label"] == "?"
