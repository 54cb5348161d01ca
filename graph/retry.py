"""A second try: records in quarantine, mapped and judged anew by the software of today.

The record stays what it was: nothing is extracted again, for the store does not keep articles. It
is loaded with the run that extracted it, so a ``build`` by newer rules still reads the article
again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.error import StoreError
from graph.mapping import Entities
from graph.settle import load
from graph.store import Store
from graph.summary import Refused
from graph.validator import Validator


@dataclass(slots=True)
class Retried:
    """What became of documents in quarantine.

    Attributes:
        loaded: Keys of those that are now in the store.
        refused: Those that are refused again, with the reason of today.
        unread: Why others cannot be read.
        links: Links between events of different documents that the store now holds.
        derived: Facts that each policy derives now.
    """

    loaded: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    links: int = 0
    derived: dict[str, int] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether all that was tried is now in the store."""
        return not (self.refused or self.unread)

    def text(self) -> str:
        """Write what became of each."""
        lines = [
            f"{len(self.loaded) + len(self.refused) + len(self.unread)} tried: loaded "
            f"{len(self.loaded)}, refused again {len(self.refused)}, unread {len(self.unread)}; "
            f"event links across documents: {self.links}"
        ]
        lines += [f"derived by {name}: {size}" for name, size in sorted(self.derived.items())]
        lines += [f"loaded: {key}" for key in self.loaded]
        lines += [f"refused again: {one}" for one in self.refused]
        lines += [f"unread: {reason}" for reason in self.unread]
        return "\n".join(lines) + "\n"


def retry(store: Store, keys: Iterable[str], *, entities: Entities, gate: Validator) -> Retried:
    """Try to load documents that are in quarantine.

    Args:
        store: Open for writing.
        keys: Which; each is held.
        entities: What is known of actors and places today.
        gate: The shapes of today.

    Raises:
        StoreError: A key is not in quarantine (then nothing was tried), or the store cannot be
            written.
    """
    wanted = sorted(set(keys))
    for key in wanted:
        store.quarantine.folder(key)
    done = Retried()
    for key in wanted:
        try:
            held = store.quarantine.held(key)
        except StoreError as error:
            done.unread.append(str(error))
            continue
        refused = load(held.record, store, origin=held.origin, entities=entities, gate=gate)
        if refused is None:
            done.loaded.append(key)
        else:
            done.refused.append(refused)
    done.links = store.relink()
    done.derived = store.rederive()
    return done
