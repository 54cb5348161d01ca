"""The house: imports only downward, modules of one noun, and nothing tied to one machine."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
BELOW: Final = {"ontology": set[str](), "extract": {"ontology"}, "graph": {"ontology", "extract"}}
"""The rooms, each with those that it may import."""

OWN: Final = {*BELOW, "benchmarks", "tests"}
LONGEST: Final = 450
LONGER: Final = {
    "ontology/namespace.py": "generated from the ontology: one line a term",
}
"""Modules that may be longer, each with the reason."""

# Home folders, work folders and the like: a file that holds one works on one machine.
MACHINE_PATH: Final = re.compile(
    r"(?<![\w.:/~-])/(?:work|root|home|Users|opt|mnt|srv|data)/\w[^\s\"')]*|\b[A-Z]:\\Users\\"
)


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every imported module with its line, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def tracked() -> list[Path]:
    """The files of the project: those that git knows or would take in."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


@pytest.mark.parametrize("room", BELOW)
def test_a_room_imports_only_those_below_it(room: str) -> None:
    faults = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules(room)
        for line, name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name.startswith(".")
        or (name.partition(".")[0] in OWN - {room} and name.partition(".")[0] not in BELOW[room])
    ]
    assert len(modules(room)) > 5
    assert faults == []


def test_the_direction_test_sees_an_import_inside_a_function() -> None:
    tree = ast.parse("def f():\n    from graph.store import Store\n    import extract.fold\n")
    assert list(imported(tree)) == [(2, "graph.store"), (3, "extract.fold")]


@pytest.mark.parametrize("room", BELOW)
def test_modules_are_short(room: str) -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(room)
    }
    long = {name: count for name, count in lines.items() if count > LONGEST}
    listed = {name for name in LONGER if name.startswith(f"{room}/")}
    assert long.keys() - listed == set(), f"split these: {long}"
    assert listed - long.keys() == set(), "no longer long: take it off the list"


@pytest.mark.parametrize("room", BELOW)
def test_every_package_and_module_says_what_it_is(room: str) -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules(room)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_file_names_a_path_of_one_machine() -> None:
    found = []
    files = tracked()
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{file.relative_to(ROOT)}: {m.group()}" for m in MACHINE_PATH.finditer(text)]
    assert len(files) > 100
    assert found == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("see /ho" + "me/anna/kg", True),
        ("'/ro" + "ot/x'", True),
        ("C:" + "\\Users\\anna", True),
        ("https://example.org/home/anna", False),
        ("data/articles", False),
        ("../data/articles", False),
        ("graph/work/x", False),
    ],
)
def test_paths_of_one_machine_are_told_from_others(text: str, is_found: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) is is_found
