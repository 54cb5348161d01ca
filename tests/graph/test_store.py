from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.document import Document
from graph import canonical, layout, vocabulary
from graph.change import Change
from graph.error import QueryError, StoreError
from graph.mapping import document_dataset
from graph.store import Store
from tests.graph.articles import RUN, MadeUp, document, full_record

REFERENCE = {vocabulary.ONTOLOGY, vocabulary.CODES}


def data(doc: Document) -> list[ox.Quad]:
    return vocabulary.quads(document_dataset(full_record(doc), run=RUN, entities=MadeUp()))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg", create=True) as found:
        yield found


def test_a_new_store_holds_ontology_and_codes_only(store: Store) -> None:
    graphs = {q.graph_name for q in store.database}
    assert graphs == REFERENCE
    assert store.info().documents == 0


def test_a_document_comes_back_as_it_went_in(store: Store) -> None:
    doc = document()
    quads = data(doc)
    assert store.replace(doc.key, quads) is False
    loaded = [q for q in store.database if q.graph_name not in REFERENCE]
    assert canonical.nquads(loaded) == canonical.nquads(quads)
    before = store.export("nquads")
    assert store.replace(doc.key, quads) is True
    assert store.export("nquads") == before


def test_what_is_closed_can_be_opened_again(tmp_path: Path) -> None:
    doc = document()
    with Store.open(tmp_path / "kg", create=True) as store:
        store.replace(doc.key, data(doc))
        before = store.export("nquads")
    with Store.open(tmp_path / "kg") as store:
        assert store.export("nquads") == before
        assert [d.key for d in store.documents()] == [doc.key]


@pytest.mark.parametrize("name", ["key", "id", "url"])
def test_a_document_is_retracted_by_any_of_its_names(store: Store, name: str) -> None:
    empty = store.export("nquads")
    doc = document(url="https://example.org/خبر/1")
    store.replace(doc.key, data(doc))
    assert store.retract(getattr(doc, name)) == [doc.key]
    assert store.export("nquads") == empty


def test_retracting_what_is_not_there_says_so(store: Store) -> None:
    with pytest.raises(StoreError, match="no document"):
        store.retract("nothing")


def test_what_two_documents_share_goes_with_the_last(store: Store) -> None:
    one, other = document(id="a1"), document(id="a2", publisher="نشرة أخرى")
    store.replace(one.key, data(one))
    alone = store.export("nquads")
    store.replace(other.key, data(other))
    store.retract(other.key)
    assert store.export("nquads") == alone


def test_a_query_takes_typed_values(store: Store) -> None:
    doc = document()
    store.replace(doc.key, data(doc))
    query = "SELECT (COUNT(?c) AS ?n) { GRAPH ?g { ?c a ?class } }"
    found = store.query(query, {"class": vocabulary.V.Claim})
    assert isinstance(found, ox.QuerySolutions)
    assert [row["n"].value for row in found] == ["15"]


def test_a_query_knows_the_prefixes_of_the_project(store: Store) -> None:
    doc = document()
    store.replace(doc.key, data(doc))
    found = store.query("ASK { GRAPH ?g { ?event a cev:Event ; skos:prefLabel ?label } }")
    assert bool(found)


def test_an_unknown_prefix_is_named_as_the_fault(store: Store) -> None:
    with pytest.raises(QueryError, match=r"error at 1:\d+: a prefix is used that is not declared$"):
        store.query("ASK { GRAPH ?g { ?event a moon:Event } }")


def test_a_query_that_is_none_is_one_clear_line(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("SELECT ?s WHERE { ?s ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle"])
def test_every_export_reads_back(store: Store, form: str) -> None:
    doc = document()
    store.replace(doc.key, data(doc))
    formats = {
        "nquads": ox.RdfFormat.N_QUADS,
        "trig": ox.RdfFormat.TRIG,
        "turtle": ox.RdfFormat.TURTLE,
    }
    back = list(ox.parse(store.export(form), format=formats[form]))
    assert len(back) == store.info().quads
    if form != "turtle":
        own = {q for q in back if q.graph_name not in REFERENCE}
        assert own == set(data(doc))


def test_a_change_that_fails_writes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = document()
    store.replace(doc.key, data(doc))
    before = store.export("nquads")
    whole = Change.sparql
    spoilt = f" ; CREATE GRAPH {vocabulary.CODES}"  # exists already, so the last step fails
    monkeypatch.setattr(Change, "sparql", lambda change: whole(change) + spoilt)
    with pytest.raises(StoreError):
        store.replace(doc.key, data(doc)[: len(data(doc)) // 2])
    assert store.export("nquads") == before


def test_a_new_document_that_cannot_be_written_whole_is_not_written(store: Store) -> None:
    before = store.export("nquads")

    def broken() -> Iterator[ox.Quad]:
        yield from data(document())
        raise ValueError("cut off")

    with pytest.raises(ValueError, match="cut off"):
        store.embedded.extend(broken())
    assert store.export("nquads") == before


def test_a_key_that_would_break_an_iri_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="key"):
        store.replace("a b", [])


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "kg", create=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.info()


class TestTrouble:
    """What an analyst may do wrong; each gives one line that names the path and the remedy."""

    def message(self, path: Path, *, create: bool = False) -> str:
        with pytest.raises(StoreError) as caught:
            Store.open(path, create=create)
        text = str(caught.value)
        assert "\n" not in text
        assert str(path) in text
        return text

    @pytest.fixture
    def made(self, tmp_path: Path) -> Path:
        Store.open(tmp_path / "kg", create=True).close()
        return tmp_path / "kg"

    def test_there_is_none(self, tmp_path: Path) -> None:
        assert "conflictkg build" in self.message(tmp_path / "nowhere")
        assert not (tmp_path / "nowhere").exists()

    @pytest.mark.parametrize("create", [True, False])
    def test_it_is_a_file(self, tmp_path: Path, create: bool) -> None:
        file = tmp_path / "kg"
        file.write_text("not a store")
        assert "a store is a folder" in self.message(file, create=create)
        assert file.read_text() == "not a store"

    @pytest.mark.parametrize("create", [True, False])
    def test_it_is_another_folder(self, tmp_path: Path, create: bool) -> None:
        (tmp_path / "letter.txt").write_text("dear")
        assert "not a store" in self.message(tmp_path, create=create)
        assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]

    @pytest.mark.parametrize("create", [True, False])
    def test_a_newer_version_wrote_it(self, made: Path, create: bool) -> None:
        manifest = json.loads((made / "store.json").read_text())
        manifest["format"] = layout.FORMAT + 1
        (made / "store.json").write_text(json.dumps(manifest))
        assert "newer version" in self.message(made, create=create)
        assert "upgrade" in self.message(made, create=create)

    @pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": "one"}'])
    def test_its_manifest_is_damaged(self, made: Path, text: str) -> None:
        (made / "store.json").write_text(text)
        assert "damaged" in self.message(made, create=True)

    def test_its_database_is_gone(self, made: Path) -> None:
        for file in (made / "oxigraph").iterdir():
            file.unlink()
        assert "missing" in self.message(made, create=True)

    def test_its_database_is_damaged(self, made: Path) -> None:
        for file in (made / "oxigraph").glob("MANIFEST-*"):
            file.write_bytes(b"\0" * 64)
        assert "damaged" in self.message(made)

    def test_another_process_has_it_open(self, made: Path) -> None:
        code = "import sys; from graph.store import Store; Store.open(sys.argv[1])"
        with Store.open(made):
            other = subprocess.run(
                [sys.executable, "-c", code, str(made)],
                capture_output=True,
                text=True,
                cwd=Path(__file__).parents[2],
                check=False,
            )
        assert "StoreError" in other.stderr
        assert "another conflictkg has this store open" in other.stderr

    def test_its_making_was_cut_off(self, made: Path) -> None:
        manifest = json.loads((made / "store.json").read_text())
        manifest["complete"] = False
        (made / "store.json").write_text(json.dumps(manifest))
        (made / "oxigraph" / "CURRENT").write_text("rubbish")
        assert "cut off" in self.message(made)
        with Store.open(made, create=True) as store:
            assert store.info().quads > 0
            assert store.manifest.complete


def test_an_older_ontology_is_brought_up_to_date(tmp_path: Path) -> None:
    doc = document()
    with Store.open(tmp_path / "kg", create=True) as store:
        store.replace(doc.key, data(doc))
        whole = store.export("nquads")
        quad = next(store.database.quads_for_pattern(None, None, None, vocabulary.CODES))
        stale = ox.Quad(quad.subject, quad.predicate, ox.Literal("stale"), vocabulary.CODES)
        store.apply(Change(delete=[quad], insert=[stale]))
    with Store.open(tmp_path / "kg", create=True) as store:
        assert store.export("nquads") == whole
