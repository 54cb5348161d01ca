"""Statements: a relation with the stretch of text that says it."""

from __future__ import annotations

from extract.analysis import Mention, RelationMention
from extract.lang.ar.mention import MentionMaker
from extract.record import RelationKind


def stated(
    maker: MentionMaker,
    kind: RelationKind,
    subject: Mention,
    object_: Mention,
    rule: str,
    also: tuple[int, int] | None = None,
) -> RelationMention:
    """A relation whose words reach from the first party to the last.

    Args:
        maker: Maker of the article's mentions.
        kind: The relation.
        subject: Who or what is related.
        object_: To whom or what.
        rule: Id of the rule that found it.
        also: First and last word of the cue, when it may stand outside of both parties.
    """
    sentence = maker.words[also[0]].sentence if also is not None else subject.words.sentence
    # A party that a pronoun points back to may stand in an earlier sentence: its words say nothing.
    spans = [
        (m.words.start, m.words.end) for m in (subject, object_) if m.words.sentence == sentence
    ]
    if also is not None:
        spans.append((maker.words[also[0]].start, maker.words[also[1]].end))
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    words = maker.words_between(start, end, sentence)
    return RelationMention(kind, subject, object_, words, rule)
