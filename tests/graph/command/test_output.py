"""Writing results: all or nothing, to a file or to standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.command.output import OutputError, opened


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with opened(path) as out:
        out.write(b"first")
        assert not path.exists()
    assert path.read_bytes() == b"first"


def test_a_run_that_stops_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), opened(path) as out:
        out.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_of_a_replaced_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with opened(path) as out:
        out.write(b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "message"), [("missing/out.txt", "cannot be written"), (".", "is a folder")]
)
def test_a_place_that_cannot_be_written_is_one_clear_line(
    tmp_path: Path, name: str, message: str
) -> None:
    with pytest.raises(OutputError, match=message) as raised, opened(tmp_path / name):
        pass
    assert "\n" not in str(raised.value)
    assert "-o" in str(raised.value)
