"""The same articles, changes and questions: a server gives what a store in a folder gives."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.document import Document
from graph import canonical
from graph.change import Change
from graph.error import QueryError, StoreError
from graph.explain import as_json, explain, find
from graph.gexf import write, write_stream
from graph.store import Store
from graph.views import VIEWS, Selection, finished
from graph.views.stream import HEAD, ClaimStream
from ontology import files, policy, question
from tests.graph.articles import document
from tests.graph.building import built as run
from tests.graph.remote.servers import Server
from tests.graph.test_build import spoilt

URL = "https://example.org/خبر/1"
A, B, C = (
    document(id="a"),
    document(id="b", publisher="نشرة"),
    document(id="c", url=URL),
)
EVENT = "event:a1f03c52d8e94b67-e1"
VALUES = {
    "event": (EVENT, "event:b20e9d417c65f3a8-e1", "event:none"),
    "kind": ("code:artillery-shelling", "code:mortar-fire", "code:target"),
    "role": ("code:perpetrator", "code:target"),
    "iri": ("actor:rayyan-brigades", "place:nada", "policy:own-word"),
    "decimal": ("0.55", "20", "50.5"),
    "date": ("2024-03-05", "2024-03-01"),
    "language": ("en", "ar"),
}


def in_folder(path: Path, *items: Document, version: str = "1") -> bytes:
    with Store.open(path, create=True) as store:
        run(store, *items, version=version)
        return store.export("nquads")


def test_articles_become_the_same_graph(server: Server, tmp_path: Path) -> None:
    with Store.open(server.address, create=True) as store:
        summary = run(store, A, B, C)
        assert (summary.loaded, summary.links) == (3, 3)
        assert store.export("nquads") == in_folder(tmp_path / "kg", C, A, B)
        assert run(store, B, A, C).unchanged == 3
    with Store.open(server.address, read_only=True) as store:
        assert store.export("nquads") == in_folder(tmp_path / "kg", A)
        assert store.info().documents == 3
        assert store.info().quads == len(store.export("nquads").splitlines())


def test_a_new_version_replaces_every_document(server: Server, tmp_path: Path) -> None:
    with Store.open(server.address, create=True) as store:
        run(store, A, C)
        assert run(store, A, C, version="2").replaced == 2
        assert store.export("nquads") == in_folder(tmp_path / "kg", A, C, version="2")


def test_what_a_document_brought_goes_with_it(server: Server, tmp_path: Path) -> None:
    with Store.open(server.address, create=True) as store:
        run(store, A, B, C)
        store.derive(policy.load("two-publishers"))
        assert store.retract(URL) == [C.key]
        assert store.retract("b") == [B.key]
        store.withdraw("two-publishers")
        assert store.export("nquads") == in_folder(tmp_path / "kg", A)
        with pytest.raises(StoreError, match="no document has the key, id or URL «b»"):
            store.retract("b")


def test_a_document_that_breaks_the_rules_is_held_on_this_machine(server: Server) -> None:
    with Store.open(server.address, create=True) as store:
        run(store, A)
        assert len(run(store, A, extract=spoilt, version="2").quarantined) == 1
        assert store.documents() == []
        assert store.quarantine.keys() == [A.key]
        assert run(store, A, version="3").loaded == 1
        assert store.quarantine.keys() == []


def test_a_document_larger_than_one_update_is_whole(server: Server) -> None:
    graph = ox.NamedNode("https://w3id.org/conflict-event/graph/doc/long")
    title = ox.NamedNode("http://purl.org/dc/terms/title")
    quads = [
        ox.Quad(
            ox.NamedNode(f"https://w3id.org/conflict-event/id/doc/long#{n}"),
            title,
            ox.Literal(f'عنوان "{n}"\n\\', language="ar"),
            graph,
        )
        for n in range(9500)
    ]
    with Store.open(server.address, create=True) as store:
        before = len(store.database)
        store.replace("long", quads)
        assert set(store.database.quads_for_pattern(None, None, None, graph)) == set(quads)
        store.remove("long")
        assert len(store.database) == before


@pytest.fixture
def example(server: Server, tmp_path: Path) -> tuple[Server, Path]:
    """The example of the ontology on a server and in a folder."""
    text = files.ROOT.joinpath("examples", "example.trig").read_bytes()
    quads = [quad for quad in ox.parse(text, format=ox.RdfFormat.TRIG) if isinstance(quad, ox.Quad)]
    for place in (server.address, tmp_path / "kg"):
        with Store.open(place, create=True) as store:
            store.apply(Change(insert=quads))
    return server, tmp_path / "kg"


def answers(store: Store, name: str, **values: str) -> list[list[str | None]]:
    asked = question.load(name)
    found = store.query(asked.text, asked.bind(values))
    assert isinstance(found, ox.QuerySolutions)
    rows = [[None if term is None else str(term) for term in row] for row in found]
    return sorted(rows, key=str)


def test_every_question_has_the_same_answer(example: tuple[Server, Path]) -> None:
    server, folder = example
    with (
        Store.open(server.address, read_only=True) as there,
        Store.open(folder, read_only=True) as here,
    ):
        assert there.export("nquads") == here.export("nquads")
        for name in question.names():
            for values in ({}, *settings(name)):
                wanted = answers(here, name, **values)
                assert answers(there, name, **values) == wanted, (name, values)
                assert wanted or values


def settings(name: str) -> list[dict[str, str]]:
    """Each parameter of a question for itself, with values that find something and that do not."""
    return [
        {parameter.name: value}
        for parameter in question.load(name).parameters
        for value in VALUES.get(parameter.name, VALUES[parameter.kind])
    ]


def test_every_policy_concludes_the_same(example: tuple[Server, Path]) -> None:
    server, folder = example
    with Store.open(server.address) as there, Store.open(folder) as here:
        for name in policy.names():
            assert there.derive(policy.load(name)) == here.derive(policy.load(name)) > 0
        assert there.export("nquads") == here.export("nquads")


def test_every_view_is_the_same(example: tuple[Server, Path], tmp_path: Path) -> None:
    server, folder = example
    written: list[list[bytes]] = []
    for place in (server.address, folder):
        with Store.open(place, read_only=True) as store:
            parts = []
            for view, draw in VIEWS.items():
                with (tmp_path / view).open("wb") as out:
                    write(finished(draw(store, Selection()), "both"), out)
                parts.append((tmp_path / view).read_bytes())
            with store.nearby() as near, (tmp_path / "stream").open("wb") as out:
                stream = ClaimStream(near)
                write_stream(HEAD, stream.nodes(), stream.edges(), out)
            parts.append((tmp_path / "stream").read_bytes())
            parts.append(as_json(explain(store, find(store, EVENT))).encode())
            written.append(parts)
    assert written[0] == written[1]


def test_the_kinds_of_queries(example: tuple[Server, Path]) -> None:
    server, folder = example
    with (
        Store.open(server.address, read_only=True) as there,
        Store.open(folder, read_only=True) as here,
    ):
        ask = "ASK { GRAPH ?g { ?e a cev:Event } }"
        assert isinstance(there.query(ask), ox.QueryBoolean)
        assert bool(there.query(ask)) is True
        assert bool(there.query("ASK { GRAPH ?g { ?e a cev:Nothing } }")) is False
        made = "CONSTRUCT { ?e a cev:Event } WHERE { GRAPH ?g { ?e a cev:Event } }"
        assert {str(t) for t in there.query(made)} == {str(t) for t in here.query(made)} != set()
        with pytest.raises(QueryError) as caught:
            there.query("SELECT ?s WHERE { ?s ")
        assert "\n" not in str(caught.value)


def test_what_else_the_server_holds_is_left_alone(server: Server, tmp_path: Path) -> None:
    other = "GRAPH <http://example.org/other> { <http://example.org/s> a <http://example.org/T> }"
    with Store.open(server.address, create=True) as store:
        database = store.database
        database.update(f"INSERT DATA {{ {other} }}")  # type: ignore[attr-defined]
        run(store, A)
        store.retract("a")
        run(store, A)
        try:
            assert store.export("nquads") == in_folder(tmp_path / "kg", A)
            assert bool(store.query(f"ASK {{ {other} }}"))
        finally:
            database.update(f"DELETE DATA {{ {other} }}")  # type: ignore[attr-defined]


def test_reading_writes_nothing(server: Server) -> None:
    with pytest.raises(StoreError, match="there is no whole store here"):
        Store.open(server.address)
    Store.open(server.address, create=True).close()
    with Store.open(server.address, read_only=True) as store:
        quad = next(iter(store.database))
        with pytest.raises(StoreError, match="for reading only"):
            store.apply(Change(delete=[quad]))
        assert canonical.nquads([quad]) in store.export("nquads")
