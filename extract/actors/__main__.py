"""``python -m extract.actors``: check the data files and write the compiled file anew."""

import sys

from extract.actors.compiled import compile_data
from extract.actors.sheet import ActorDataError


def main() -> int:
    """Compile; 0 when done, 1 with one line on standard error when a data file has a mistake."""
    try:
        print(f"{compile_data()} written")
    except ActorDataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
