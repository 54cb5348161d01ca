"""Which labelled thing is which extracted one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.quality.sheet import FAMILY, Claim, Days, Event, Named, Relation
from benchmarks.quality.words import content_words, is_same, overlap

T = TypeVar("T")


def pair(
    owed: Sequence[T], said: Sequence[T], likeness: Callable[[T, T], float], least: float = 1.0
) -> list[tuple[T, T]]:
    """Pair things one to one: the most alike first, nothing below ``least``."""
    scores = [(-likeness(a, b), i, j) for i, a in enumerate(owed) for j, b in enumerate(said)]
    free_owed, free_said = set(range(len(owed))), set(range(len(said)))
    pairs = []
    for score, i, j in sorted(scores):
        if -score >= least and i in free_owed and j in free_said:
            free_owed.remove(i)
            free_said.remove(j)
            pairs.append((owed[i], said[j]))
    return pairs


def named(a: Named, b: Named) -> float:
    """Whether two things have a name in common."""
    return float(is_same(a.names, b.names))


def claims(a: Claim, b: Claim) -> float:
    """Whether two claims are of one kind and by one speaker."""
    return float(a.claim == b.claim and is_same(a.names, b.names, 0.4))


def relations(a: Relation, b: Relation) -> float:
    """Whether two ties are of one kind, between the same ends or stated by the same words."""
    ends = all(is_same(x, y) for x, y in zip(a.ends, b.ends, strict=True))
    return float(a.kind == b.kind and (ends or overlap(a.words, b.words) >= 0.6))


def events(owed: Event, said: Event) -> float:
    """How likely two events are one: by type, and by shared evidence; 0 for surely not."""
    if said.type in owed.types:
        kind = 1.0
    elif FAMILY[said.type] in owed.families:
        kind = 0.6
    else:
        return 0.0
    evidence = overlap(content_words(owed.anchor), content_words(said.anchor))
    evidence += 0.8 * bool(owed.place and said.place and named(owed.place, said.place))
    evidence += 0.4 * _meet(owed.days, said.days)
    evidence += 0.6 * _share(owed.targets, said.targets)
    evidence += 0.4 * _share(owed.perpetrators, said.perpetrators)
    return kind + evidence if evidence >= 0.4 else 0.0


def _share(a: list[Named], b: list[Named]) -> bool:
    return any(named(x, y) for x in a for y in b)


def _meet(a: Days | None, b: Days | None) -> bool:
    """Whether two spans of days overlap; ``~`` sorts behind every day of a coarse date."""
    return a is not None and b is not None and a[0] <= b[1] + "~" and b[0] <= a[1] + "~"
