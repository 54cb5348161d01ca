"""The standing ties of the seed article, and what holds for its graph as a whole."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from graph.store import Store
from ontology import question
from tests.graph.seed.answers import KIRBY, MAROTTO, MILITIAS, OUTLET, Ask, has, needs_seed

pytestmark = needs_seed


class TestTheTies:
    """5. What the article says of who belongs where and to whom."""

    @pytest.mark.parametrize(
        ("subject", "kind", "value", "words"),
        [
            (MILITIAS, "backed by", "Iran", "ميليشيات مدعومة من إيران"),
            (
                "Kataib Sayyid al-Shuhada",
                "backed by",
                "Islamic Revolutionary Guard Corps (IRGC)",
                "تتلقى دعماً عسكرياً",
            ),
            ("Al-Omar oil field", "hosts forces of", "US forces", "تتمركز فيها"),
            (
                "Al-Omar oil field",
                "hosts forces of",
                "Global Coalition against ISIS",
                "تتبع لدول التحالف الدولي",
            ),
            (
                MILITIAS,
                "located in",
                "Al-Mayadin",
                "المتمركزة في مدينة الميادين",
            ),
            (KIRBY, "speaks for", "US Department of Defense", "المتحدث باسم وزارة الدفاع"),
            (
                MAROTTO,
                "speaks for",
                "Operation Inherent Resolve",
                "المتحدث باسم عملية",
            ),
        ],
    )
    def test_a_tie(self, ask: Ask, subject: str, kind: str, value: str, words: str) -> None:
        rows = ask("relations")
        has(
            rows,
            subjectName=subject,
            kindName=kind,
            objectName=value,
            speakerName=OUTLET,
            stanceName="affirmed",
            sentence=words,
        )


def test_nobody_is_blamed_directly_in_any_graph(store: Store) -> None:
    assert not bool(store.query("ASK { GRAPH ?g { ?event cev:perpetrator ?actor } }"))
    assert not bool(store.query("ASK { ?event cev:perpetrator ?actor }"))


def test_every_named_question_can_be_put_to_it(store: Store) -> None:
    asked = [question.load(name) for name in question.names()]
    assert len(asked) > 20
    for each in asked:
        answer = store.query(each.text, each.bind({"lang": "ar"}))
        assert isinstance(answer, ox.QuerySolutions)
        list(answer)
