"""Relations: what the article says of standing ties between parties, each told once."""

from __future__ import annotations

from collections.abc import Sequence

from extract.analysis import Mention, RelationMention
from extract.assemble.evidence import evidence
from extract.assemble.sameness import same
from extract.record import Party, Relation


def relations(mentions: Sequence[RelationMention]) -> list[Relation]:
    """The relations of the record, in the order of the text."""
    return [_relation(mention) for mention in _told_once(mentions)]


def _told_once(relations: Sequence[RelationMention]) -> list[RelationMention]:
    """The relations without those that say of the same two parties what an earlier one says."""
    kept: list[RelationMention] = []
    for relation in relations:
        if not any(
            earlier.kind is relation.kind
            and same(earlier.subject, relation.subject)
            and same(earlier.object, relation.object)
            for earlier in kept
        ):
            kept.append(relation)
    return kept


def _relation(relation: RelationMention) -> Relation:
    return Relation(
        **evidence(relation.words, relation.rule),
        kind=relation.kind,
        subject_span=_party(relation.subject),
        object_span=_party(relation.object),
    )


def _party(mention: Mention) -> Party:
    return Party(
        text=mention.words.text,
        start=mention.words.start,
        end=mention.words.end,
        canonical_en=mention.canonical_en,
        entity=mention.entity,
    )


__all__ = ["relations"]
