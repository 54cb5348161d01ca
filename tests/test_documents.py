"""Documents do not lie: commands print what is shown, links lead somewhere, nothing is left out."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from graph.command.app import app
from ontology import check, policy, question
from tests import questions
from tests.transcript import BUILD, ROOT, STORE, Step, blocks, prepare, rewritten, run

DOCUMENTS: Final = sorted(
    {
        path
        for folder in ("", "docs", "benchmarks", "data", "ontology", "extract", "graph")
        for path in (ROOT / folder).glob("**/*.md" if folder else "*.md")
    }
)
GUIDE: Final = ROOT / "docs" / "command-line.md"
MAKEFILE: Final = (ROOT / "Makefile").read_text(encoding="utf-8")
LINK: Final = re.compile(r"\]\((?P<target>[^)\s]+)\)")
FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING: Final = re.compile(r"^#+ (?P<title>.+)$", re.MULTILINE)


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> dict[str, TyperCommand]:
    """Every command of the program, sub-commands under their full name."""

    def walk(group: TyperGroup, prefix: str) -> Iterator[tuple[str, TyperCommand]]:
        for name, command in group.commands.items():
            if isinstance(command, TyperGroup):
                yield from walk(command, f"{prefix}{name} ")
            else:
                yield f"{prefix}{name}", command

    whole = typer.main.get_command(app)
    assert isinstance(whole, TyperGroup)
    return dict(walk(whole, ""))


WITH_TRANSCRIPT: Final = [name for name in names(DOCUMENTS) if blocks(text(name))]


def test_the_documents_were_found() -> None:
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/command-line.md"} <= set(
        names(DOCUMENTS)
    )
    assert {"README.md", "docs/quickstart.md", "docs/model.md"} <= set(WITH_TRANSCRIPT)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample articles, for documents that do not build one."""
    folder = tmp_path_factory.mktemp("store")
    prepare(folder, BUILD)
    done = run(BUILD, folder)
    assert done.code == 0, "\n".join(done.lines)
    return folder / STORE


@pytest.mark.parametrize("name", WITH_TRANSCRIPT)
def test_commands_print_what_the_document_shows(name: str, store: Path, tmp_path: Path) -> None:
    document = text(name)
    prepare(tmp_path, document, store)
    for block in blocks(document):
        for step in block:
            done = run(step.command, tmp_path)
            assert done.is_good, f"{step.command}\n" + "\n".join(done.lines)
            assert step.shown == step.cut(done.lines), f"{name}: {step.command}: run `make docs`"


@pytest.mark.parametrize("name", names(DOCUMENTS))
def test_links_lead_to_files_and_headings(name: str) -> None:
    path = ROOT / name
    dead = []
    for match in LINK.finditer(FENCED.sub("", path.read_text(encoding="utf-8"))):
        target, _, anchor = match["target"].partition("#")
        if "://" in target:
            continue
        file = path.parent / target if target else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            dead.append(match["target"])
    assert dead == []


def anchors(file: Path) -> set[str]:
    titles = HEADING.findall(FENCED.sub("", file.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", names(DOCUMENTS))
def test_targets_of_make_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
    assert "demo" in targets
    named = set(re.findall(r"(?:`|^|\$ )make ([a-z]+)", text(name), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("name", names(DOCUMENTS))
def test_commands_named_in_text_exist(name: str) -> None:
    known = {word for command in commands() for word in (command, command.split()[0])}
    shown = "\n".join(FENCED.findall(text(name)))
    named = re.findall(r"^(?:\$ )?conflictkg ([a-z]+)", shown, re.MULTILINE)
    named += re.findall(r"(?:`|\| |&& )conflictkg ([a-z]+)", text(name))
    assert set(named) <= known


@pytest.mark.parametrize("command", commands())
def test_the_guide_describes_every_command_with_its_options(command: str) -> None:
    guide = text(GUIDE.relative_to(ROOT).as_posix())
    section = re.search(
        rf"^## {command.split()[0]}\n(?P<body>.*?)(?=^## |\Z)", guide, re.MULTILINE | re.DOTALL
    )
    assert section, f"no section {command.split()[0]}"
    wanted = {
        option
        for parameter in commands()[command].params
        if isinstance(parameter, TyperOption)
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    }
    described = set(re.findall(r"`(--[a-z-]+)", section["body"]))
    assert wanted - described == set()


def test_the_guide_describes_no_option_that_does_not_exist() -> None:
    real = {option for c in commands().values() for p in c.params for option in p.opts}
    described = set(re.findall(r"`(--[a-z-]+)", text("docs/command-line.md")))
    assert described
    assert described - real <= {"--help", "--version"}


def test_the_list_of_questions_is_the_real_one() -> None:
    document = text("docs/questions.md")
    assert questions.table().count("\n") > 10
    assert questions.table() in document, "run `make docs`"
    outdated = document.replace("Events by day", "Days")
    assert outdated != document == questions.rewritten(outdated)


@pytest.mark.parametrize("name", question.names())
def test_every_question_is_answered_soon(name: str, store: Path) -> None:
    asked = f"timeout 20 conflictkg query --store {STORE} --name {name} --format csv"
    done = run(asked, store.parent)
    assert done.is_good, "\n".join(done.lines) or f"no answer in 20 seconds (exit {done.code})"
    assert done.lines, "not even the names of the columns"


@pytest.mark.parametrize("name", check.names())
def test_the_built_samples_pass_every_check(name: str, derived: Path) -> None:
    asked = f"conflictkg query --store {STORE} --format csv --file {ROOT}/ontology/checks/{name}.rq"
    done = run(asked, derived.parent)
    assert done.is_good, "\n".join(done.lines)
    assert len(done.lines) == 1, "\n".join(done.lines)


@pytest.fixture(scope="module")
def derived(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles with what every policy concludes from them."""
    folder = tmp_path_factory.mktemp("derived")
    shutil.copytree(store, folder / STORE)
    for name in policy.names():
        done = run(f"conflictkg derive --policy {name} --store {STORE}", folder)
        assert done.is_good, "\n".join(done.lines)
    return folder / STORE


def test_what_is_derived_from_the_samples_rests_on_their_sentences(derived: Path) -> None:
    asked = f"conflictkg query --store {STORE} --name derived-blame --format csv"
    rows = list(csv.DictReader(run(asked, derived.parent).lines))
    assert rows
    articles = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "data" / "articles").iterdir()
    )
    assert all(row["sentence"] in articles for row in rows)
    exported = run(f"conflictkg export nquads --store {STORE}", derived.parent)
    blame = [line for line in exported.lines if "/ns#perpetrator> <" in line and "/event/" in line]
    assert blame
    assert all("/graph/derived/" in line for line in blame)


def test_make_without_a_target_lists_all_targets() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony
    listed = set(re.findall(r"^  make ([a-z]+)", done.stdout, re.MULTILINE))
    assert listed == set(phony[1].split())


def test_a_transcript_is_read_command_by_command() -> None:
    document = "x\n```console\n$ echo a \\\n>   b\na b\n\n$ seq 9\n1\n…\n```\ny\n"
    assert blocks(document) == [
        [Step("echo a \\\n  b", ("a b", "")), Step("seq 9", ("1", "…"))],
    ]


def test_a_wrong_transcript_is_seen_and_mended(tmp_path: Path) -> None:
    document = "```console\n$ echo right\nwrong\n$ seq 3\n7\n…\n```\n"
    step, cut = blocks(document)[0]
    assert step.shown != step.cut(run(step.command, tmp_path).lines)
    mended = rewritten(document, tmp_path)
    assert mended == "```console\n$ echo right\nright\n$ seq 3\n1\n…\n```\n"
    assert cut.is_cut


def test_a_failing_command_is_seen_and_not_written(tmp_path: Path) -> None:
    assert not run("false | cat", tmp_path).is_good
    assert run("yes | head -n 1", tmp_path).is_good
    with pytest.raises(RuntimeError, match="conflictkg nonsense"):
        rewritten("```console\n$ conflictkg nonsense\n```\n", tmp_path)
