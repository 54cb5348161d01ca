"""The summary: what a run did with each article."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.error import Skipped


@dataclass(frozen=True, slots=True, order=True)
class Refused:
    """A document in quarantine.

    Attributes:
        source: Where it was read from.
        id: Name of the article inside its source.
        key: Identity of the document, the name of its folder in quarantine.
        reason: The first thing that is wrong.
    """

    source: str
    id: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source} (article {self.id}): {self.reason} [quarantine/{self.key}]"


@dataclass(slots=True)
class Summary:
    """What a run did with each article.

    Attributes:
        loaded: Documents new to the store.
        replaced: Documents that the store had otherwise.
        unchanged: Documents that the store had just so.
        repeated: Articles given more than once in this run, beyond the first time.
        links: Links between events of different documents that the store now holds.
        derived: Facts that each policy derives, of those that the store was asked to apply.
        quarantined: Documents that broke the rules.
        skipped: Articles that could not be read or extracted.
        warnings: What an analyst should look at.
    """

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    repeated: int = 0
    links: int = 0
    derived: dict[str, int] = field(default_factory=dict)
    quarantined: list[Refused] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many articles the run was given."""
        known = self.loaded + self.replaced + self.unchanged + self.repeated
        return known + len(self.quarantined) + len(self.skipped)

    def text(self) -> str:
        """Write the summary; it does not depend on the order of the articles."""
        lines = [
            f"{self.articles} articles: loaded {self.loaded}, replaced {self.replaced}, "
            f"unchanged {self.unchanged}, repeated {self.repeated}, "
            f"quarantined {len(self.quarantined)}, skipped {len(self.skipped)}; "
            f"event links across documents: {self.links}"
        ]
        lines += [f"derived by {name}: {size}" for name, size in sorted(self.derived.items())]
        lines += [f"quarantined: {one}" for one in sorted(self.quarantined)]
        lines += [f"skipped: {one}" for one in sorted(map(str, self.skipped))]
        lines += [f"warning: {one}" for one in sorted(self.warnings)]
        return "\n".join(lines) + "\n"
