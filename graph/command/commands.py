"""The group of commands, which turns a user's mistake into one line and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from extract.error import ConflictKGError

INCOMPLETE = 1
"""The run finished, but something was skipped, quarantined or invalid."""
STOPPED = 2
"""The run stopped."""
INTERRUPTED = 130
"""Ctrl-C: 128 + SIGINT, as other programs end."""
CUT_OFF = 141
"""The reader of standard output went away: 128 + SIGPIPE, as other Unix filters end."""


class Commands(TyperGroup):
    """Ends quietly when the reader goes away, and with one line on an error of the user's."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ConflictKGError as error:
            print(f"conflictkg: {error}", file=sys.stderr)
            raise typer.Exit(STOPPED) from error
        except KeyboardInterrupt as error:
            print(
                "conflictkg: interrupted; nothing is half-written, the same command goes on",
                file=sys.stderr,
            )
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            _close_quietly()
            raise typer.Exit(CUT_OFF) from error
        return result


def _close_quietly() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
