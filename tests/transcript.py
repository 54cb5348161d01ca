"""Transcripts in documents: commands that are shown are run, and what they print is compared.

A fenced block marked ``console`` is a transcript: ``$ command``, further lines of the command
behind ``> ``, and below it what it prints. A last line ``…`` stands for the rest of the output. The
commands of one document run in one folder, in order, with the sample articles in ``data/articles``.

``python -m tests.transcript FILE...`` runs the commands and writes their output into the files.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
REST: Final = "…"
CUT_OFF: Final = 141
STORE: Final = "kg"
BUILD: Final = f"conflictkg build data/articles --store {STORE}"
_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """One command with the output that the document shows."""

    command: str
    shown: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        """Whether the document leaves out the end of the output."""
        return bool(self.shown) and self.shown[-1] == REST

    def cut(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Real output, shortened as much as the shown one is."""
        kept = len(self.shown) - 1
        return (*lines[:kept], REST) if self.is_cut and len(lines) > kept else tuple(lines)


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, on both outputs, and its exit code."""

    lines: tuple[str, ...]
    code: int

    @property
    def is_good(self) -> bool:
        """Whether it did what it was asked to, if only until ``head`` had seen enough."""
        return self.code in {0, CUT_OFF}


def steps(body: str) -> list[Step]:
    """The commands of one block."""
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and line.startswith("> ") and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", [])
        elif found:
            found[-1][1].append(line)
        else:
            raise ValueError(f"a transcript begins with a command, not with {line!r}")
    return [Step(command, tuple(shown)) for command, shown in found]


def blocks(text: str) -> list[list[Step]]:
    """The transcripts of a document."""
    return [steps(match["body"]) for match in _BLOCK.finditer(text)]


def prepare(folder: Path, text: str, store: Path | None = None) -> None:
    """Lay out a folder for the commands of a document.

    Args:
        folder: An empty folder.
        text: The document. When it does not build a store itself, it gets one.
        store: A built store to copy; without it, one is built.
    """
    (folder / "data").mkdir()
    shutil.copytree(ROOT / "data" / "articles", folder / "data" / "articles")
    if BUILD in text:
        return
    if store is None:
        done = run(BUILD, folder)
        if not done.is_good:
            raise RuntimeError("\n".join(done.lines))
    else:
        shutil.copytree(store, folder / STORE)


def run(command: str, folder: Path) -> Done:
    """Run a command in a folder, as a user would, on a plain output 100 columns wide."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = os.environ | {
        "PATH": path,
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "1735689600",
    }
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return Done(tuple(done.stdout.splitlines()), done.returncode)


def rewritten(text: str, folder: Path) -> str:
    """The document with the real output of its commands, run in a prepared folder.

    Raises:
        RuntimeError: A command failed; its output is no example.
    """

    def block(match: re.Match[str]) -> str:
        lines: list[str] = []
        for step in steps(match["body"]):
            done = run(step.command, folder)
            if not done.is_good:
                raise RuntimeError(f"{step.command}\n" + "\n".join(done.lines))
            lines += ["$ " + step.command.replace("\n", "\n> "), *step.cut(done.lines)]
        return "```console\n" + "\n".join(lines) + "\n```"

    return _BLOCK.sub(block, text)


def main(files: Sequence[str]) -> None:
    """Write the real output into each of the files."""
    for name in files:
        path = Path(name)
        text = path.read_text(encoding="utf-8")
        if not blocks(text):
            continue
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder), text)
            new = rewritten(text, Path(folder))
        if new != text:
            path.write_text(new, encoding="utf-8")
            print(f"wrote {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
