"""Reading the account of an event out of a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.explain.account import Account, Article, Claim, Link, Proposition, Quote
from graph.explain.find import short as short_event
from graph.explain.summary import Fields, fields_of, rank, summary
from graph.names import Label, code, labels, short
from graph.rows import rows

if TYPE_CHECKING:
    from graph.store import Store

Facts = dict[str, dict[str, list[str]]]
"""Values by subject and property; properties by their local name."""

_EVENT = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?g { ?event ?property ?value } BIND(?event AS ?subject)
}
"""
_PROPOSITIONS = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?g { ?subject cev:about|cev:relatedEvent ?event ; ?property ?value }
}
"""
_CLAIMS = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?g { ?proposition cev:about|cev:relatedEvent ?event }
  GRAPH ?h { ?subject cev:proposition ?proposition ; ?property ?value }
}
"""
_MENTIONS = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?g { ?proposition cev:about|cev:relatedEvent ?event }
  GRAPH ?h {
    ?claim cev:proposition ?proposition ; cev:evidence ?subject . ?subject ?property ?value
  }
}
"""
_RELAYS = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?g { ?proposition cev:about|cev:relatedEvent ?event }
  GRAPH ?h { ?claim cev:proposition ?proposition ; cev:relay ?subject . ?subject ?property ?value }
}
"""
_ARTICLES = """
SELECT ?subject ?property ?value WHERE {
  VALUES ?subject { %s } GRAPH ?g { ?subject a cev:Document ; ?property ?value }
}
"""
_LINKS = """
SELECT DISTINCT ?link ?other ?document ?ar ?en ?score WHERE {
  GRAPH ?g {
    ?link cev:linkedEvent ?event, ?other FILTER(?other != ?event)
    OPTIONAL { ?link cev:linkReason ?ar FILTER(LANG(?ar) = "ar") }
    OPTIONAL { ?link cev:linkReason ?en FILTER(LANG(?en) = "en") }
    OPTIONAL { ?link cev:linkScore ?score }
  }
  OPTIONAL { GRAPH ?h { ?other cev:reportedIn ?document } }
} ORDER BY ?other ?link
"""


def explain(store: Store, event: str, lang: str = "en") -> Account:
    """Gather all that a store holds about an event.

    Args:
        store: The store.
        event: IRI of an event of the store; see `find`.
        lang: Language of names, ``ar`` or ``en``.
    """
    return _Reader(store, event, lang).account()


class _Reader:
    """The facts around one event, with the names of everything in them."""

    def __init__(self, store: Store, event: str, lang: str) -> None:
        self.store, self.event, self.lang = store, event, lang
        self.own = self._facts(_EVENT)
        self.propositions = self._facts(_PROPOSITIONS)
        self.claims = self._facts(_CLAIMS)
        self.mentions = self._facts(_MENTIONS)
        self.relays = self._facts(_RELAYS)
        self.links = list(rows(store, _LINKS, {"event": ox.NamedNode(event)}))
        self.articles = self._articles()
        everything = (self.propositions, self.claims, self.relays, self.own, self.articles)
        self.names: dict[str, Label] = labels(
            store,
            {
                v
                for facts in everything
                for p in facts.values()
                for vs in p.values()
                for v in vs
                if _iri(v)
            }
            | {row["other"] for row in self.links},
        )

    def _facts(self, query: str) -> Facts:
        return _grouped(rows(self.store, query, {"event": ox.NamedNode(self.event)}))

    def _articles(self) -> Facts:
        wanted = {v for m in self.mentions.values() for v in m.get("hasSource", ())}
        wanted.update(v for e in self.own.values() for v in e.get("reportedIn", ()))
        wanted.update(row["document"] for row in self.links if "document" in row)
        values = " ".join(f"<{iri}>" for iri in sorted(wanted))
        return _grouped(rows(self.store, _ARTICLES % values)) if wanted else {}

    def name(self, value: str) -> str:
        """What to call a value: a thing by its name, a plain value by itself."""
        if not _iri(value):
            return value
        label = self.names.get(value)
        return (label.best(self.lang) if label else "") or short(value)

    def account(self) -> Account:
        own = self.own.get(self.event, {})
        propositions = sorted(
            (self._proposition(iri, facts) for iri, facts in self.propositions.items()),
            key=lambda p: (rank(p.kind), _first_quote(p.claims), p.iri),
        )
        label = self.names_of_event(self.event)
        return Account(
            event=self.event,
            short=short_event(self.event),
            label_ar=label.ar,
            label_en=label.en,
            type=self._one(own, "eventType"),
            status=self._one(own, "eventStatus"),
            dates=_affirmed(propositions, "Dating"),
            places=_affirmed(propositions, "Placement"),
            article=self._article(own["reportedIn"][0]) if "reportedIn" in own else None,
            propositions=tuple(propositions),
            links=tuple(self._link(row) for row in self.links),
        )

    def names_of_event(self, event: str) -> Label:
        return labels(self.store, [event]).get(event, Label())

    def _one(self, facts: Mapping[str, list[str]], property_: str) -> str | None:
        return self.name(facts[property_][0]) if property_ in facts else None

    def _proposition(self, iri: str, facts: Mapping[str, list[str]]) -> Proposition:
        fields = fields_of(facts, self.name)
        kind = next((code(t) for t in facts.get("type", ()) if "#" in t), "").rpartition("#")[2]
        claims = [
            self._claim(c, said) for c, said in self.claims.items() if iri in said["proposition"]
        ]
        return Proposition(
            iri=iri,
            kind=kind,
            summary=self._summary(kind, fields, facts["about"][0]),
            fields=fields,
            claims=tuple(sorted(claims, key=lambda c: (_first_quote([c]), c.iri))),
        )

    def _summary(self, kind: str, fields: Fields, about: str) -> str:
        """What is said; of another event that this one is related to, with that event's name."""
        told = summary(kind, fields)
        return told if about == self.event else f"{self.name(about)}: {told}"

    def _claim(self, iri: str, said: Mapping[str, list[str]]) -> Claim:
        def several(property_: str) -> tuple[str, ...]:
            return tuple(sorted({self.name(v) for v in said.get(property_, ())}))

        confidence = said.get("extractionConfidence")
        return Claim(
            iri=iri,
            claimants=several("claimant"),
            on_behalf_of=several("onBehalfOf"),
            relayed_by=self._channels(said),
            claim_type=self._one(said, "claimType"),
            polarity=code(said["polarity"][0]),
            certainty=code(said["certainty"][0]),
            cues=several("certaintyCue"),
            verbs=several("reportingVerb"),
            said_on=self._one(said, "saidOn"),
            quotes=tuple(self._quote(m) for m in sorted(said["evidence"], key=self._place)),
            rules=several("rule"),
            extraction_confidence=float(confidence[0]) if confidence else None,
        )

    def _channels(self, said: Mapping[str, list[str]]) -> tuple[str, ...]:
        """Channels in their order where it is known, else by name."""
        steps = [self.relays[r] for r in said.get("relay", ()) if r in self.relays]
        if steps:
            steps.sort(key=lambda s: int(s["position"][0]))
            return tuple(self.name(s["channel"][0]) for s in steps)
        return tuple(sorted(self.name(v) for v in said.get("relayedBy", ())))

    def _place(self, mention: str) -> tuple[str, int]:
        facts = self.mentions[mention]
        return facts["hasSource"][0], int(facts["start"][0])

    def _quote(self, mention: str) -> Quote:
        facts = self.mentions[mention]
        return Quote(
            text=facts["exact"][0],
            start=int(facts["start"][0]),
            end=int(facts["end"][0]),
            article=self._article(facts["hasSource"][0]),
        )

    def _article(self, iri: str) -> Article:
        facts = self.articles.get(iri, {})
        return Article(
            iri=iri,
            title=self._one(facts, "title"),
            publisher=self._one(facts, "publisher"),
            issued=self._one(facts, "issued"),
            url=facts["url"][0] if "url" in facts else None,
        )

    def _link(self, row: Mapping[str, str]) -> Link:
        return Link(
            event=row["other"],
            short=short_event(row["other"]),
            label=self.name(row["other"]),
            reason=Label(ar=row.get("ar", ""), en=row.get("en", "")).best(self.lang) or None,
            score=float(row["score"]) if "score" in row else None,
            article=self._article(row["document"]) if "document" in row else None,
        )


def _grouped(triples: Iterable[Mapping[str, str]]) -> Facts:
    facts: Facts = {}
    for row in triples:
        values = facts.setdefault(row["subject"], {}).setdefault(_local(row["property"]), [])
        if row["value"] not in values:
            values.append(row["value"])
    for properties in facts.values():
        for values in properties.values():
            values.sort()
    return facts


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _iri(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _first_quote(claims: Iterable[Claim]) -> tuple[str, int]:
    """Where in which article the first sentence stands, to tell things in the text's order."""
    quotes = [(q.article.iri, q.start) for c in claims for q in c.quotes]
    return min(quotes, default=("~", 0))


def _affirmed(propositions: Iterable[Proposition], kind: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            p.summary.partition(": ")[2] for p in propositions if p.kind == kind and p.affirmed
        )
    )
