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
    start = min(subject.words.start, object_.words.start)
    end = max(subject.words.end, object_.words.end)
    if also is not None:
        start = min(start, maker.words[also[0]].start)
        end = max(end, maker.words[also[1]].end)
    words = maker.words_between(start, end, subject.words.sentence)
    return RelationMention(kind, subject, object_, words, rule)
