"""What an article is about: words of war mean something else in sport, weather or business."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from extract.analysis import Predication
from extract.lang.en.article import Article
from extract.lang.en.lexicon.schema import DomainRow
from extract.record import EventStatus, TargetKind

_ENOUGH: Final = 4
_ENOUGH_IN_PEACE: Final = 2
_RECENT: Final = timedelta(days=4)


def words_of_war(article: Article) -> int:
    """How many different words of armed parties, weapons and their victims the article has."""
    doc = article.doc
    kinds = {row.kind for row in article.targets.values()}
    words = {
        doc[i].norm_
        for i, row in article.targets.items()
        if row.kind is TargetKind.ARMED_GROUP and row.person
    }
    words |= {doc[i].norm_ for i, (_, row) in article.weapons.items() if not row.platform}
    words |= {
        n.entity for n in article.actors.values() if n.armed and not n.demonym and not n.state
    }
    words |= {
        t.norm_ for t in doc if t.norm_ in {"bomb", "shell", "airstrike", "ambush", "gunfire"}
    }
    # Soldiers and policemen also dig people out of the snow: they count once.
    words |= kinds & {TargetKind.STATE_FORCES}
    return len(words)


def domain(article: Article) -> str | None:
    """The field in which the article's words of war are figures of speech, else ``None``.

    A field must have several different words, and more of them than there are words of war.
    """
    norms = [token.norm_ for token in article.doc]
    present = set(norms) | {" ".join(pair) for pair in itertools.pairwise(norms)}
    best, most = None, 0
    for name, field in article.lexicon.domains:
        if isinstance(field, DomainRow):
            count = len(present.intersection(field.words))
            if count > most:
                best, most = name, count
    war = words_of_war(article)
    if best is None or most < (_ENOUGH if war else _ENOUGH_IN_PEACE) or most <= war:
        return None
    return str(best)


def look_back(
    article: Article, predications: Sequence[Predication], field: str | None, published: date | None
) -> None:
    """Make the acts of a trial or an anniversary background, unless they are of these days."""
    if field not in article.lexicon.domains.retrospect:
        return
    recent = (published - _RECENT).isoformat() if published is not None else None
    for p in predications:
        fresh = p.when is not None and recent is not None and p.when.latest >= recent
        if p.status is None and not fresh:
            p.status = EventStatus.BACKGROUND


def is_figure(article: Article, i: int, start: int) -> bool:
    """Whether the event noun at ``[start, i]`` is a figure of speech by the words beside it."""
    doc, rows = article.doc, article.lexicon.domains.figurative
    before = " ".join(t.norm_ for t in doc[max(start - 2, 0) : start])
    after = " ".join(t.norm_ for t in doc[i + 1 : i + 4])
    return any(before.endswith(w) for w in rows.before) or any(
        after.startswith(w) for w in rows.after
    )
