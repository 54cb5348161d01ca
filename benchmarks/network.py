"""``python -m benchmarks.network``: how fast and in how much memory networks are written.

Two measurements, each on made-up data with a fixed seed:

* rows (nodes and edges) a CPU-second of our GEXF writer and of networkx's, on the same graph, in
  pairs: each pair runs both, one after the other, so that a busy machine slows both;
* memory of ``--stream`` over a store, above what the same process held with the store open.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import networkx as nx

from graph import gexf
from graph.store import Store
from graph.views.eventstream import EventStream
from graph.views.eventstream import head as event_head
from graph.views.stream import HEAD, ClaimStream
from ontology.namespace import CEV, CODE

FASTER: Final = 3.0
"""How much faster than networkx the writer has to be."""
MEMORY: Final = 150
"""Most MiB above the baseline while a stream is written."""
_BASE: Final = "https://w3id.org/conflict-event/id/"
_SEED: Final = 11
_AN_EVENT: Final = 10  # propositions
_CLAIM_EDGES: Final = (
    5  # of the claims view for each of the events view; some of these fall together
)
_SPEAKERS: Final = 500
_DOCUMENTS: Final = 5000
_KIBIBYTE: Final = 1024


def graph_of(edges: int) -> nx.MultiDiGraph[str]:
    """A network such as the ``actors`` view has, with only values that networkx writes as well."""
    chance = random.Random(_SEED)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = [f"{_BASE}actor/x-{chance.getrandbits(64):016x}" for _ in range(max(edges // 5, 2))]
    for at, name in enumerate(names):
        arabic, english = f"جماعة {at}", f"Group {at} & others"
        graph.add_node(name, iri=name, kind="actor", label=english, label_ar=arabic)
        graph.nodes[name].update(degree=chance.randrange(40), pagerank=chance.random())
    for at in range(edges):
        graph.add_edge(
            chance.choice(names),
            chance.choice(names),
            key=f"against-{at}",
            kind="against",
            label="said to have acted against",
            weight=float(chance.randrange(1, 9)),
            certainty=chance.choice(["certain", "probable", "possible"]),
            denied=chance.random() < 0.1,
            sources=f"https://example.org/{chance.randrange(_DOCUMENTS)}",
            date_start=f"20{chance.randrange(10, 26)}-0{chance.randrange(1, 10)}-11",
        )
    return graph


def cpu(work: Callable[[BinaryIO], None]) -> float:
    """CPU-seconds of writing into memory."""
    out = io.BytesIO()
    start = time.process_time()
    work(out)
    return time.process_time() - start


def speed(edges: int, pairs: int) -> bool:
    """Time both writers in pairs and print every pair; whether ours is fast enough."""
    graph = graph_of(edges)
    rows = graph.number_of_nodes() + graph.number_of_edges()
    print(f"GEXF, {rows} rows ({edges} edges): rows a CPU-second")
    ratios = []
    for _ in range(pairs):
        ours = cpu(lambda out: gexf.write(graph, out))
        theirs = cpu(lambda out: nx.write_gexf(graph, out))
        ratios.append(theirs / ours)
        figures = f"conflictkg {rows / ours:9.0f}   networkx {rows / theirs:9.0f}"
        print(f"  {figures}   {ratios[-1]:5.2f} times", flush=True)
    middle = statistics.median(ratios)
    print(f"  median {middle:.2f} times; wanted: {FASTER:.0f}")
    return middle >= FASTER


def quads(edges: int) -> Iterator[str]:
    """N-Quads of claims whose network has so many edges: two a claim, one a proposition."""
    chance = random.Random(_SEED)
    a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    shared, propositions = f"<{_BASE}g>", edges // 5
    for at in range(_SPEAKERS):
        yield f"<{_BASE}actor/{at}> {a} <{CEV.Actor}> {shared} .\n"
        yield f'<{_BASE}actor/{at}> {label} "Speaker {at}"@en {shared} .\n'
    for at in range(propositions):
        this, event = f"<{_BASE}prop/{at}>", f"<{_BASE}event/{at // _AN_EVENT}>"
        if at % _AN_EVENT == 0:
            yield f"{event} {a} <{CEV.Event}> {shared} .\n"
            yield f"{event} <{CEV.eventType}> <{CODE.air_strike}> {shared} .\n"
            yield f'{event} {label} "Event {at // _AN_EVENT}"@en {shared} .\n'
        yield f"{this} {a} <{CEV.Participation}> {shared} .\n"
        yield f"{this} <{CEV.about}> {event} {shared} .\n"
        yield f"{this} <{CEV.role}> <{CODE.perpetrator}> {shared} .\n"
        accused = f"<{_BASE}actor/{chance.randrange(_SPEAKERS)}>"
        yield f"{this} <{CEV.participant}> {accused} {shared} .\n"
    for at in range(2 * propositions):
        yield from _claim(at, at // 2, chance)


def _claim(at: int, proposition: int, chance: random.Random) -> Iterator[str]:
    document = chance.randrange(_DOCUMENTS)
    this, graph = f"<{_BASE}claim/{at}>", f"<{_BASE}graph/{document}>"
    said = {
        CEV.claimant: f"<{_BASE}actor/{chance.randrange(_SPEAKERS)}>",
        CEV.proposition: f"<{_BASE}prop/{proposition}>",
        CEV.polarity: f"<{CODE.affirmed}>",
        CEV.certainty: f"<{chance.choice([CODE.certain, CODE.probable])}>",
        CEV.evidence: f"<{_BASE}mention/{at}>",
    }
    for predicate, value in said.items():
        yield f"{this} <{predicate}> {value} {graph} .\n"
    source = "<http://www.w3.org/ns/oa#hasSource>"
    yield f"<{_BASE}mention/{at}> {source} <{_BASE}doc/{document}> {graph} .\n"


class _Counted(io.RawIOBase):
    """A stream that goes nowhere and counts its lines."""

    edges = size = 0

    def write(self, data: Any) -> int:
        """Count and forget."""
        self.edges += bytes(data).count(b"<edge ")
        self.size += len(data)
        return len(data)


def stream(path: Path, view: str) -> dict[str, float]:
    """Write the stream of a store; memory before and at most, in KiB, and CPU-seconds."""
    with Store.open(path, read_only=True) as store:
        head, out = HEAD, _Counted()
        rows: ClaimStream | EventStream = ClaimStream(store)
        if view == "events":
            rows, head = EventStream(store), event_head(view)
        before, start = _status("VmRSS"), time.process_time()
        gexf.write_stream(head, rows.nodes(), rows.edges(), out)  # type: ignore[arg-type]
        seconds = time.process_time() - start
        most = _status("VmHWM")
    return {
        "before": before,
        "most": most,
        "seconds": seconds,
        "edges": out.edges,
        "size": out.size,
    }


def _status(name: str) -> int:
    """A figure of ``/proc/self/status``, in KiB; Linux alone has it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise RuntimeError(f"/proc/self/status has no {name}")


def memory(edges: int, view: str = "claims") -> bool:
    """Measure the stream in a process of its own; whether it needs little enough."""
    claims = edges if view == "claims" else _CLAIM_EDGES * edges
    with tempfile.TemporaryDirectory() as folder:
        data, path = Path(folder) / "claims.nq", Path(folder) / "kg"
        with data.open("w", encoding="utf-8") as file:
            file.writelines(quads(claims))
        with Store.open(path, create=True) as store:
            store.embedded.bulk_load(path=str(data))
        command = [sys.executable, "-m", "benchmarks.network", "--stream", str(path)]
        command += ["--view", view]
        told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    above = (told["most"] - told["before"]) / _KIBIBYTE
    print(f"stream of {view}, {told['edges']:.0f} edges ({told['size'] / _KIBIBYTE**2:.0f} MiB):")
    print(f"  {told['seconds']:.1f} CPU-seconds, {told['edges'] / told['seconds']:.0f} edges each")
    print(f"  {above:.1f} MiB above a baseline of {told['before'] / _KIBIBYTE:.1f} MiB", end="")
    print(f"; wanted: under {MEMORY}")
    return bool(above < MEMORY and told["edges"] >= 0.9 * edges)


def main() -> int:
    """Measure and print; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.network", description=__doc__)
    parser.add_argument("--edges", type=int, default=100_000, help="edges for the speed")
    parser.add_argument("--pairs", type=int, default=5, help="pairs of runs")
    parser.add_argument(
        "--streamed", type=int, default=1_000_000, help="edges for the memory; 0: none"
    )
    parser.add_argument("--events", type=int, default=100_000, help="the same of the events view")
    parser.add_argument("--view", default="claims", help=argparse.SUPPRESS)
    parser.add_argument("--stream", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stream:
        print(json.dumps(stream(asked.stream, asked.view)))
        return 0
    is_good = [speed(asked.edges, asked.pairs)]
    if asked.streamed:
        is_good.append(memory(asked.streamed))
    if asked.events:
        is_good.append(memory(asked.events, "events"))
    return 0 if all(is_good) else 1


if __name__ == "__main__":
    sys.exit(main())
