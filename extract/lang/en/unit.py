"""Parts of a party by their owner: "the army's 4th Division", "its Amaq agency"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract.analysis import Mention, RelationMention
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.coreference import is_body, is_pronoun, resolve
from extract.record import RelationKind, TargetKind

_ARMED = frozenset({TargetKind.ARMED_GROUP, TargetKind.STATE_FORCES})


class Units:
    """Finds the named units, wings and outlets that the text gives an owner."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def find(self) -> Iterator[RelationMention]:
        """The relations in the order of the text."""
        for token in self._article.doc:
            if token.norm_ not in self._article.lexicon.relations.units:
                continue
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            whole = self._owner(owner) if owner is not None else None
            if owner is None or whole is None or not self._is_named(token, owner):
                continue
            unit = mention_of.actor(self._article, token)
            if unit.entity is not None and unit.entity == whole.entity:
                continue
            words = self._article.words(owner.left_edge.i, token.i + 1)
            yield RelationMention(RelationKind.PART_OF, unit, whole, words, "en.relation.unit")

    def _owner(self, owner: Token) -> Mention | None:
        if is_pronoun(owner):
            found = resolve(self._article, owner)
            return mention_of.actor(self._article, found) if found is not None else None
        row = self._article.targets.get(owner.i)
        armed = row is not None and row.kind in _ARMED and owner.tag_ in {"NN", "NNP"}
        if owner.i in self._article.actors or (armed and is_body(self._article, owner)):
            return mention_of.actor(self._article, owner)
        return None

    def _is_named(self, unit: Token, owner: Token) -> bool:
        """Whether the unit has a name or a number of its own beside its owner's."""
        start = phrase.left_edge(unit)
        own = [t for t in unit.doc[start : unit.i + 1] if t.i > owner.right_edge.i]
        named = any(t.pos_ == "PROPN" or t.text[:1].isupper() or t.text[:1].isdigit() for t in own)
        return named or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in unit.children)
