"""The run: one execution of the software, as the provenance of every claim that it makes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from types import MappingProxyType

from extract.document import Document
from extract.record import Record
from graph.layout import software_version


@dataclass(frozen=True)
class Run:
    """One execution.

    Two runs are the same only when software, version, configuration and start are; documents that
    were read by the same software in the same configuration (see ``setup``) need no second reading.

    Attributes:
        software: Name of the program.
        version: Its version, that of the rules and lexicons included.
        started: When it began, with a time zone.
        configuration: Settings that change results, as text.
    """

    software: str
    version: str
    started: datetime
    configuration: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Refuse a start without time zone: it would name another moment on every machine.

        Raises:
            ValueError: ``started`` has no time zone.
        """
        if self.started.tzinfo is None:
            raise ValueError("the start of a run needs a time zone")

    @cached_property
    def setup(self) -> str:
        """SHA-256 over software, version and configuration: what decides the results."""
        return _digest([self.software, self.version, dict(self.configuration)])

    @cached_property
    def id(self) -> str:
        """Identity of the run: 16 hex digits over ``setup`` and the start."""
        return _digest([self.setup, self.started.isoformat()])[:16]

    def digest(self, article: Document | Record) -> str:
        """SHA-256 over all that decides what becomes of ``article``: its fields and ``setup``.

        The file it was read from does not count. A stored document with this digest is up to date.
        """
        return _digest(
            [
                self.setup,
                article.id,
                article.text_sha256,
                article.lang,
                article.title,
                str(article.published) if article.published else None,
                article.publisher,
                article.url,
            ]
        )


def version_of(extract: Callable[[Document], Record]) -> str:
    """Version of the installed package, with the ``version`` of ``extract`` if it has one."""
    rules = getattr(extract, "version", None)
    return f"{software_version()}+rules.{rules}" if rules else software_version()


def _digest(parts: list[object]) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
