from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.binding import Value, bind
from graph.error import QueryError

NODE = ox.NamedNode("http://example.org/a0")
G = "GRAPH ?g"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    found = ox.Store()
    for number in range(3):
        found.add(
            ox.Quad(
                ox.NamedNode(f"http://example.org/a{number}"),
                ox.NamedNode("http://example.org/p"),
                ox.Literal(number),
                ox.NamedNode("http://example.org/g"),
            )
        )
    return found


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (f"SELECT ?s ?o WHERE {{ {G} {{ ?s ?p ?o }} }}", 1),
        (f"SELECT ?o WHERE {{ {G} {{ $s ?p ?o }} }}", 1),
        (f"SELECT ?s (COUNT(*) AS ?n) {{ {G} {{ ?s ?p ?o }} }} GROUP BY ?s ORDER BY ?s", 1),
        (f"SELECT * {{ {{ SELECT ?s {{ {G} {{ ?s ?p ?o }} }} GROUP BY ?s }} }}", 1),
        (f"SELECT ?o {{ {G} {{ ?x ?p ?o }} FILTER(?x = ?s) }}", 1),
        (f"SELECT ?o {{ {G} {{ ?x ?p ?o }} FILTER(!BOUND(?s) || ?x = ?s) }}", 1),
        (f"SELECT ?o {{ {G} {{ ?x ?p ?o }} FILTER NOT EXISTS {{ {G} {{ ?s ?p ?o }} }} }}", 2),
        (f"SELECT ?o {{ {G} {{ ?x ?p ?o }} OPTIONAL {{ {G} {{ ?s ?p ?o }} }} }}", 3),
        (f"SELECT ?s (EXISTS {{ {G} {{ ?s ?p 0 }} }} AS ?e) ?o {{ {G} {{ ?s ?p ?o }} }}", 1),
        (f'# ?s\nSELECT ?o {{ {G} {{ ?s ?p ?o }} FILTER(\'?s\' != """?s" """) }}', 1),
        (f"SELECT ?o {{ {G} {{ ?s <http://example.org/p> ?o }} }} # ?s", 1),
    ],
)
def test_the_value_holds_everywhere(store: ox.Store, query: str, rows: int) -> None:
    found = store.query(bind(query, {"s": NODE}))
    assert isinstance(found, ox.QuerySolutions)
    assert len(list(found)) == rows


def test_a_selected_variable_stays_a_column(store: ox.Store) -> None:
    found = store.query(bind(f"SELECT ?s ?o {{ {G} {{ ?s ?p ?o }} }}", {"s": NODE}))
    assert isinstance(found, ox.QuerySolutions)
    assert [str(v) for v in found.variables] == ["?s", "?o"]
    assert [row["s"] for row in found] == [NODE]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { BIND(1 AS ?x) }",
        "SELECT (COUNT(*) AS ?x) { ?s ?p ?o }",
        "SELECT ?x { VALUES ?x { 1 } }",
        "SELECT ?x ?y { VALUES (?y ?x) { (1 2) } }",
    ],
)
def test_a_variable_that_the_query_sets_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"\?x"):
        bind(query, {"x": NODE})


@pytest.mark.parametrize("name", ["nowhere", "not a name", ""])
def test_an_unknown_variable_is_refused(name: str) -> None:
    with pytest.raises(QueryError):
        bind("SELECT ?s { ?s ?p ?o }", {name: NODE})


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_no_value_changes_what_a_query_means(text: str) -> None:
    value: Value = ox.Literal(text)
    found = ox.Store().query(bind("SELECT ?v { FILTER(STRLEN(STR(?v)) >= 0) }", {"v": value}))
    assert isinstance(found, ox.QuerySolutions)
    assert [row["v"] for row in found] == [value]
