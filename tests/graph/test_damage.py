"""Stores that are damaged or cannot be written: one clear line each, and nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.audit import audit
from graph.gate import Gate
from graph.store import Store
from tests.graph.command.conftest import make

ROOT = Path(__file__).parents[2]
MAIN = "from graph.command import main; main()"
GATE = Gate()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose data are in sorted files."""
    path = make(tmp_path_factory.mktemp("damage") / "kg")
    with Store.open(path) as store:
        store.compact()
    return path


@pytest.fixture
def kg(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "kg")
    return tmp_path / "kg"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: a database that breaks may break the process."""
    return subprocess.run(
        [sys.executable, "-c", MAIN, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def files(kg: Path, pattern: str) -> list[Path]:
    found = sorted((kg / "oxigraph").glob(pattern))
    assert found
    return found


def cut(file: Path, share: float) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])


def spoil(file: Path) -> None:
    """Other bytes all over a file, as a bad disk leaves them."""
    data = bytearray(file.read_bytes())
    for place in range(len(data) // 20, len(data), max(1, len(data) // 50)):
        data[place] ^= 0x5A
    file.write_bytes(data)


def each(kg: Path, pattern: str, damage: Callable[[Path], object]) -> None:
    for file in files(kg, pattern):
        damage(file)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "sorted files cut off": lambda kg: each(kg, "*.sst", lambda file: cut(file, 0.5)),
    "sorted files empty": lambda kg: each(kg, "*.sst", lambda file: cut(file, 0)),
    "sorted files spoilt": lambda kg: each(kg, "*.sst", spoil),
    "sorted files gone": lambda kg: each(kg, "*.sst", Path.unlink),
    "MANIFEST is rubbish": lambda kg: each(kg, "MANIFEST-*", lambda f: f.write_bytes(b"\7" * 999)),
    "MANIFEST is gone": lambda kg: each(kg, "MANIFEST-*", Path.unlink),
    "MANIFEST cut off": lambda kg: each(kg, "MANIFEST-*", lambda file: cut(file, 0.3)),
    "CURRENT is missing": lambda kg: (kg / "oxigraph" / "CURRENT").unlink(),
    "CURRENT is rubbish": lambda kg: (kg / "oxigraph" / "CURRENT").write_text("rubbish"),
    "the database is gone": lambda kg: shutil.rmtree(kg / "oxigraph"),
    "store.json is missing": lambda kg: (kg / "store.json").unlink(),
    "store.json is rubbish": lambda kg: (kg / "store.json").write_text("{"),
    "a newer format": lambda kg: (kg / "store.json").write_text(
        json.dumps({"format": 99, "software": "9", "complete": True})
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_store_is_one_line_and_exit_code_2(kg: Path, name: str) -> None:
    DAMAGES[name](kg)
    done = run("check", "--store", kg)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("conflictkg: ")
    assert str(kg) in done.stderr
    remedies = ("restore", "build the store anew", "upgrade", "choose an empty or new folder")
    assert any(remedy in done.stderr for remedy in remedies)


LOAD_AND_DIE = """
import os, signal, sys
from graph import vocabulary
from graph.mapping import document_dataset
from graph.store import Store
from tests.graph.articles import RUN, MadeUp, document, full_record
store = Store.open(sys.argv[1], create=True)
for number in range(6):
    doc = document(id=f"d{number}")
    quads = vocabulary.quads(document_dataset(full_record(doc), run=RUN, entities=MadeUp()))
    store.replace(doc.key, quads)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_log_that_is_rubbish_leaves_whole_documents(tmp_path: Path) -> None:
    """What stands before the rubbish is there, whole; what stands after it waits for a build."""
    died = tmp_path / "died"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", LOAD_AND_DIE, str(died)]
    assert subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == -signal.SIGKILL
    log = max(files(died, "*.log"), key=lambda file: file.stat().st_size)
    size = log.stat().st_size
    assert size > 100_000
    counts = []
    for number in range(7):
        path = tmp_path / f"{number}"
        shutil.copytree(died, path)
        broken = path / "oxigraph" / log.name
        data = bytearray(broken.read_bytes())
        place = size * number // 6
        data[place : place + 64] = b"\x5a" * len(data[place : place + 64])
        broken.write_bytes(data)
        with Store.open(path) as store:
            found = list(audit(store, GATE))
            documents = store.documents()
            assert store.info().claims == 15 * len(documents)
        # The first of all transactions, ontology and codes, may be what was lost.
        assert {finding.family for finding in found} <= {"reference"}
        counts.append(len(documents))
    assert counts == sorted(counts)
    assert counts[0] < 6
    assert counts[-1] == 6


@pytest.fixture
def read_only(kg: Path, tmp_path: Path) -> Iterator[Path]:
    """A store on a medium where nobody can write: a mount for root, rights for others."""
    if os.geteuid() != 0:
        for path in [kg, *kg.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield kg
        for path in [kg, *kg.rglob("*")]:
            path.chmod(0o755)
        return
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("root may not mount here, and rights do not stop root")
    shutil.copytree(kg, disk / "kg")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    yield disk / "kg"
    subprocess.run(["umount", str(disk)], check=True)


def test_a_read_only_store_can_be_read_and_not_written(read_only: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("سقطت صواريخ على القاعدة.", encoding="utf-8")
    for command in (
        ("info", "--store", read_only),
        ("quarantine", "list", "--store", read_only),
        ("dump", "--store", read_only, "-o", tmp_path / "kg.nq.zst"),
    ):
        done = run(*command)
        assert done.returncode == 0, done.stderr
    for command in (
        ("build", article, "--store", read_only, "--reader", "rules"),
        ("retract", "aaaaaaaaaaaaaaa1", "--store", read_only),
        ("compact", "--store", read_only),
        ("quarantine", "retry", "--store", read_only),
        ("restore", tmp_path / "kg.nq.zst", "--store", read_only.parent / "new"),
    ):
        done = run(*command)
        assert done.returncode == 2, done.stderr
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "cannot be written" in done.stderr
