"""Events by day: a row for each, its days on a common axis, its name beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import networkx as nx

from graph.picture import svg
from graph.picture.frame import Entry, framed
from graph.picture.svg import Colour, Drawing
from graph.picture.text import wrapped
from graph.spell import Spell
from graph.views.style import COLOURS
from graph.views.words import Labels, told, words

STATUSES: Mapping[str, Colour] = {
    "happened": COLOURS["event"],
    "alleged": COLOURS["proposition"],
    "denied": COLOURS["object"],
    "threatened": COLOURS["claim"],
    "planned": COLOURS["place"],
    "background": COLOURS["other"],
}
"""Colours of events by status."""
_ROW = 22.0
_AXIS = 480.0
_DAYS = 168.0  # room for the days, left of the axis
_NAMES = 430.0  # room for the names, right of it
_SIZE = 12.5
_TICKS = 10  # most
_STEPS = (1, 2, 7, 14, 31, 92, 183, 366, 731, 1827, 3653, 9132, 18263)  # days between ticks


_DAYS_AT_END = re.compile(r"\s*[,،]\s*\d{4}-[\d/-]+\d$")  # they have a column of their own


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    first: date
    last: date
    fields: Mapping[str, Any]
    spell: Spell

    @property
    def status(self) -> str:
        return str(self.fields.get("status", "happened"))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to pixels."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins."""
        whole = max((self.last - self.first).days + 1, 1)
        return _DAYS + (day - self.first).days / whole * _AXIS


def timeline(graph: nx.MultiDiGraph[str], lang: str = "en") -> Drawing:
    """Draw the dated events of a view, the earliest first.

    Args:
        graph: The ``events`` view, labelled.
        lang: Language of title and legend: ``ar``, or English for ``en`` and ``both``.
    """
    events = {n: f for n, f in graph.nodes(data=True) if f["kind"] == "event"}
    rows = sorted(_rows(events), key=lambda row: (row.first, row.last, row.name))
    tongue = "ar" if lang == Labels.AR else "en"
    body: list[str] = []
    if rows:
        scale = _Scale(min(r.first for r in rows), max(r.last for r in rows))
        body = [*_grid(scale, len(rows)), *_lines(rows, scale)]
    notes = [told(words().notes, "events", tongue, len(rows))]
    if len(events) > len(rows):
        notes.append(told(words().notes, "undated", tongue, len(events) - len(rows)))
    notes.append(told(words().notes, "claims" if rows else "empty", tongue))
    used = {row.status for row in rows}
    entries = [
        Entry(told(words().statuses, s, tongue), STATUSES[s], s) for s in STATUSES if s in used
    ]
    size = (_DAYS + _AXIS + _NAMES, (len(rows) + 1) * _ROW) if rows else (0.0, 0.0)
    title = told(words().titles, "timeline", tongue)
    drawing = framed(body, size, title=title, notes=notes, entries=entries, lang=tongue)
    for row in rows:
        label = str(row.fields["label"])
        sources = [str(source) for source in _sources(graph, row.name)]
        drawing.details[row.name] = [label, _days(row), *sources]
    return drawing


def _rows(events: Mapping[str, Mapping[str, Any]]) -> Iterator[_Row]:
    for name, fields in events.items():
        first, last = (fields.get("spells") or [(None, None)])[0]
        if known := first or last:  # an open end is drawn at the end that is known
            yield _Row(name, first or known, last or known, fields, (first, last))


def _sources(graph: nx.MultiDiGraph[str], event: str) -> list[str]:
    """Articles that tell of the event, over all its edges."""
    edges = [*graph.in_edges(event, data=True), *graph.out_edges(event, data=True)]
    return sorted({source for *_, fields in edges for source in fields.get("sources", ())})


def _lines(rows: Sequence[_Row], scale: _Scale) -> Iterator[str]:
    for at, row in enumerate(rows, start=1):
        y = at * _ROW
        hue = STATUSES.get(row.status, COLOURS["other"])
        left, right = scale.at(row.first), scale.at(row.last + _one_day(row.last))
        middle = (left + right) / 2
        label = _DAYS_AT_END.sub("", " ".join(str(row.fields["label"]).split()))
        bar = (
            svg.circle(middle, y, 5.0, fill=hue)
            if right - left < 10
            else svg.rect(left, y - 4, right - left, 8, rx=4, fill=hue, fill_opacity=0.75)
        )
        day = svg.text(_DAYS - 14, y + 4.5, _days(row), _SIZE, anchor="end", fill=svg.PALE)
        shown = wrapped(label, _SIZE, _NAMES - 20, 1)[0]
        name = svg.text(_DAYS + _AXIS + 16, y + 4.5, shown, _SIZE)
        tip = svg.title(f"{label} ({_days(row)})")
        known = {"class_": "node", "data_id": row.name, "data_kind": row.status}
        yield svg.element("g", f"{tip}{day}{bar}{name}", **known)


def _days(row: _Row) -> str:
    first, last = (day.isoformat() if day else "..." for day in row.spell)
    return first if first == last else f"{first} \u2013 {last}"


def _one_day(day: date) -> timedelta:
    return timedelta(days=0 if day == date.max else 1)


def _grid(scale: _Scale, count: int) -> Iterator[str]:
    bottom = (count + 0.7) * _ROW
    for at in range(1, count + 1, 2):
        yield svg.rect(
            0, (at - 0.5) * _ROW, _DAYS + _AXIS + _NAMES, _ROW, fill=(246, 246, 246), rx=3
        )
    for day, label in _ticks(scale):
        x = scale.at(day)
        yield svg.line(x, 8, x, bottom, stroke=(205, 205, 205), stroke_width=1)
        yield svg.text(x, 2, label, 11.5, anchor="middle", fill=svg.PALE)


def _ticks(scale: _Scale) -> Iterator[tuple[date, str]]:
    """Days with a line of their own: years or months where these are few enough."""
    span = (scale.last - scale.first).days + 1
    step = next((s for s in _STEPS if span / s <= _TICKS), _STEPS[-1])
    if step < 28:
        days = range(scale.first.toordinal(), scale.last.toordinal() + 1, step)
        yield from ((date.fromordinal(d), date.fromordinal(d).isoformat()) for d in days)
        return
    months = max(round(step / 30.5), 1)
    start, end = _month(scale.first) + 1, _month(scale.last)
    for month in range(start + (-start) % months, end + 1, months):
        day = date(month // 12, month % 12 + 1, 1)
        yield day, str(day.year) if months >= 12 else day.isoformat()[:7]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
