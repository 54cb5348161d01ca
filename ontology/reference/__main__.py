"""``python -m ontology.reference``: write the reference, or check that it is current."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from ontology.generate import stale
from ontology.reference import page

FOLDER: Final = Path(__file__).parents[2] / "docs" / "ontology"


def contents() -> dict[Path, str]:
    """Files to write, with their content."""
    drawings = {FOLDER / f"diagram-{lang}.svg": page.svg(lang) for lang in page.LANGUAGES}
    return {FOLDER / "index.html": page.html(), **drawings}


def main(arguments: list[str] | None = None) -> int:
    """Write the reference, or with ``--check`` compare it; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m ontology.reference",
        description="Write docs/ontology/ from the files of the ontology.",
    )
    parser.add_argument("--check", action="store_true", help="write nothing, fail when stale")
    options = parser.parse_args(arguments)
    texts = contents()
    outdated = stale(texts)
    for path in outdated:
        if options.check:
            sys.stderr.write(f"docs/ontology/{path.name} is out of date: run make docs\n")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8")
            sys.stdout.write(f"wrote docs/ontology/{path.name}\n")
    return 1 if options.check and outdated else 0


if __name__ == "__main__":
    raise SystemExit(main())
