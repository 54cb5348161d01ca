"""The command line: ``conflictkg`` with one module a group of commands.

Exit codes: 0 all went well; 1 the run finished, but something was skipped, quarantined or invalid;
2 the run stopped (wrong use, unusable input or store); 141 the reader of the output went away.
Results go to standard output or to ``-o``; messages and progress go to standard error.
"""

from __future__ import annotations


def main() -> None:
    """Run ``conflictkg`` with the arguments of the process."""
    from graph.command.app import app

    app(prog_name="conflictkg")
