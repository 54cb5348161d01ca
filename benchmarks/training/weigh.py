"""Weighing: how far to trust grammar and the reader, learnt on articles that neither was made from.

Each matter gets a logistic function of what the two say, and the threshold that gives the best F1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.quality import pairing
from benchmarks.quality.labelled import Article
from benchmarks.quality.sheet import Claim, Event, Named
from benchmarks.training.example import Told, example
from extract.analysis import Mention, TollMention
from extract.assemble import assemble
from extract.assemble.cluster import Cluster
from extract.extractor import Reader
from extract.reader.claims import Said
from extract.reader.hybrid import Hybrid
from extract.reader.judge import FEATURES, Matter, odds
from extract.reader.network import Network
from extract.record import Record

Floats = npt.NDArray[np.float64]

_LISTS: Final = {
    Matter.PERPETRATOR: "perpetrators",
    Matter.TARGET: "targets",
    Matter.WEAPON: "weapons",
    Matter.LAUNCH: "launched_from",
}
_RIDGE: Final = 1.0
_STEPS: Final = 60
_FOLDS: Final = 5
_LOWEST: Final = {Matter.PERPETRATOR: 0.5, Matter.EVENT: 0.3}
"""No threshold below these, whatever F1 says: a wrong blame is the worst error."""


@dataclass(frozen=True)
class Row:
    """One thing judged: its features, and whether it is right.

    ``event`` is the place among the rows of events of the one that a fact is about.
    """

    article: str
    features: tuple[float, ...]
    right: bool
    event: int | None = None


class Listener:
    """A judge that notes all that it is asked, and lets grammar's findings stand alone."""

    def __init__(self) -> None:
        self.asked: list[tuple[Matter, tuple[float, ...], Any]] = []

    def chance(self, matter: Matter, features: Sequence[float], about: object = None) -> float:
        """Note the question; certain of what grammar says, sure of nothing else."""
        self.asked.append((matter, tuple(features), about))
        return float(matter is not Matter.SAME and features[0] == 1.0)

    def accepts(self, matter: Matter, chance: float) -> bool:  # noqa: ARG002
        """Whether it was grammar's."""
        return chance == 1.0


@dataclass
class Table:
    """Rows by matter, and how many right answers there are in all."""

    rows: dict[Matter, list[Row]]
    owed: dict[Matter, int]


def table(articles: Sequence[Article], readers: Mapping[str, Reader], network: Network) -> Table:
    """What there is to judge in some articles."""
    made = Table(defaultdict(list), defaultdict(int))
    for article in articles:
        analysis = readers[article.document.lang](article.document)
        listener = Listener()
        hybrid = Hybrid(network, listener, article.document, analysis)
        clusters: list[Cluster] = []
        record = assemble(article.document, analysis, _Kept(hybrid, clusters))
        _count(article, record, clusters, listener, network, made)
    return made


class _Kept:
    """Hands everything on to the hybrid, and keeps the clusters in the order of the record."""

    def __init__(self, hybrid: Hybrid, clusters: list[Cluster]) -> None:
        self._hybrid = hybrid
        self._clusters = clusters

    def events(self, clusters: list[Cluster], scene: Any) -> list[Cluster]:
        self._clusters[:] = self._hybrid.events(clusters, scene)
        return self._clusters

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hybrid, name)


def _count(
    article: Article,
    record: Record,
    clusters: Sequence[Cluster],
    listener: Listener,
    network: Network,
    made: Table,
) -> None:
    known = example(article, record, network.pieces)
    owed: dict[int, Event] = {}
    like: dict[int, Told | None] = {}
    told_of: dict[int, Told | None] = {}
    cluster_of: dict[int, int] = {}
    for cluster, event, guess in zip(clusters, record.events, known.guessed, strict=True):
        like[id(cluster)], told_of[id(cluster)] = guess.like, guess.owed
        if guess.owed is not None:
            owed[id(cluster)] = owed[id(event)] = guess.owed.event
        cluster_of[id(event)] = cluster_of[id(cluster)] = id(cluster)
    _owe(made, owed.values(), known.told)
    matched = {id(told) for told in told_of.values() if told is not None}
    rest = [told for told in known.told if id(told) not in matched]
    row_of: dict[int, int] = {}
    for matter, features, about in listener.asked:
        for right in _verdicts(matter, about, owed, like, told_of, rest):
            if matter is Matter.EVENT:
                row_of[id(about[0])] = len(made.rows[matter])
            of = row_of.get(cluster_of.get(id(about[0]), 0))
            fact = matter not in (Matter.EVENT, Matter.SAME)
            made.rows[matter].append(Row(known.id, features, right, of if fact else None))


def _owe(made: Table, events: Any, told: Sequence[Told]) -> None:
    made.owed[Matter.EVENT] += len(told)
    for event in {id(event): event for event in events}.values():
        for matter, name in _LISTS.items():
            made.owed[matter] += len(event.role(name))
        made.owed[Matter.PLACE] += event.place is not None
        made.owed[Matter.CLAIM] += sum(1 for c in event.attributions if c.source_text)
        made.owed[Matter.TOLL] += sum(t is not None for t in (event.killed, event.wounded))


def _verdicts(
    matter: Matter,
    about: Any,
    owed: Mapping[int, Event],
    like: Mapping[int, Told | None],
    told_of: Mapping[int, Told | None],
    rest: Sequence[Told],
) -> Iterator[bool]:
    """Whether what was asked is right; nothing when the labels do not say.

    No fact of an event that is none is right.
    """
    if matter is Matter.EVENT:
        cluster, is_new = about
        if not is_new:
            yield told_of[id(cluster)] is not None
        else:
            anchor = cluster.predications[0].anchor
            yield any(t.anchor[0] < anchor.end and anchor.start < t.anchor[1] for t in rest)
    elif matter is Matter.SAME:
        one, other = (like.get(id(cluster)) for cluster in about)
        if one is not None and other is not None:
            yield one is other
    else:
        event = owed.get(id(about[0]))
        yield event is not None and _is_right(matter, about[1], event)


def _is_right(matter: Matter, thing: Mention | TollMention | Said, event: Event) -> bool:
    if isinstance(thing, Said):
        names = [name for name in thing.names if name]
        said = Claim(
            claim=thing.kind,
            certainty="",
            source_text=names[0],
            source_canonical_en=names[1] if len(names) > 1 else None,
        )
        return any(pairing.claims(owed, said) for owed in event.attributions)
    if isinstance(thing, TollMention):
        toll = event.killed if thing.status == "killed" else event.wounded
        bounds = {thing.low, thing.high} - {None}
        return toll is not None and bool(bounds) and bounds <= {toll.low, toll.high}
    assert isinstance(thing, Mention)
    named = Named(text=thing.words.text, canonical_en=thing.canonical_en)
    if matter is Matter.PLACE:
        return event.place is not None and bool(pairing.named(event.place, named))
    return any(pairing.named(owed, named) for owed in event.role(_LISTS[matter]))


def weights(made: Table) -> dict[str, dict[str, Any]]:
    """The logistic function and threshold of each matter, as the model's files hold them."""
    found = {}
    for matter in Matter:
        features, right = _arrays(made, matter)
        weight, bias = _logistic(features, right)
        held = held_out(made, matter)
        least = _threshold(held, right, made.owed.get(matter, int(right.sum())))
        found[str(matter)] = {
            "weights": [round(float(w), 4) for w in weight],
            "bias": round(float(bias), 4),
            "least": max(round(least, 2), _LOWEST.get(matter, 0.0)),
        }
    return found


def held_out(made: Table, matter: Matter) -> Floats:
    """The probability of each row by a function that was not fitted on its article."""
    rows = made.rows[matter]
    features, right = _arrays(made, matter)
    articles = sorted({row.article for row in rows})
    fold = np.array([articles.index(row.article) % _FOLDS for row in rows])
    chances = np.zeros(len(rows))
    for number in range(_FOLDS):
        mine = fold == number
        weight, bias = _logistic(features[~mine], right[~mine])
        chances[mine] = 1 / (1 + np.exp(-(features[mine] @ weight + bias)))
    return chances


def calibration_error(chances: Floats, right: Floats, bins: int = 10) -> float:
    """Expected calibration error: mean distance of probability and share that is right, by bin."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        (place == one).mean() * abs(chances[place == one].mean() - right[place == one].mean())
        for one in range(bins)
        if (place == one).any()
    ]
    return float(sum(gaps))


def _arrays(made: Table, matter: Matter) -> tuple[Floats, Floats]:
    """Features and verdicts; facts carry the odds of their event, found without their article."""
    rows = made.rows[matter]
    width = len(FEATURES[matter])
    features = np.array([row.features for row in rows], float).reshape(-1, width)
    if FEATURES[matter][-1] == "event":
        chances = held_out(made, Matter.EVENT)
        features[:, -1] = [
            odds(chances[row.event]) if row.event is not None else 0.0 for row in rows
        ]
    return features, np.array([row.right for row in rows], float)


def _logistic(features: Floats, right: Floats) -> tuple[Floats, float]:
    """Ridge-regularised logistic regression by Newton's method; the bias is left free."""
    wide = np.c_[features, np.ones(len(features))]
    weight = np.zeros(wide.shape[1])
    penalty = np.diag([_RIDGE] * features.shape[1] + [1e-3])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(wide @ weight, -30, 30)))
        slope = wide.T @ (chance - right) + penalty @ weight
        curve = (wide * (chance * (1 - chance))[:, None]).T @ wide + penalty
        weight = weight - np.linalg.solve(curve, slope)
    return weight[:-1], float(weight[-1])


def _threshold(chances: Floats, right: Floats, owed: int) -> float:
    """The threshold with the best F1; the middle of the best ones where several are alike."""
    grid = np.arange(0.2, 0.81, 0.02)
    scores = [
        2 * right[chances >= least].sum() / max(1.0, (chances >= least).sum() + owed)
        for least in grid
    ]
    near = grid[np.array(scores) >= max(scores) - 1e-9]
    return float(near[len(near) // 2])


__all__ = ["Table", "calibration_error", "held_out", "table", "weights"]
