"""One article: text and origin, checked, into a document."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from extract.document import Document
from extract.error import Skipped
from extract.reading.language import found_language, has_letters, stated_language
from extract.reading.metadata import Metadata
from extract.reading.origin import KEYS, REMARK, Origin, check_surrogates, origin_of
from extract.reading.size import check_text
from extract.reading.unreadable import Unreadable, one_line, quoted

_LOG = logging.getLogger(__name__)


def attempt(source: str, make: Callable[[], Document]) -> Document | Skipped:
    """The document, or why there is none."""
    try:
        return make()
    except Unreadable as refusal:
        return Skipped(source=source, id=refusal.id, reason=refusal.reason)


def parse_object(text: str, *, lines: bool) -> dict[str, object]:
    """Parse the JSON object of an article or of a sidecar.

    Args:
        text: The JSON.
        lines: Whether it is one line of several, so that only the column helps to find a fault.

    Raises:
        Unreadable: It is malformed, has a key twice, or is not an object.
    """
    try:
        data = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if lines else f"line {error.lineno}, column {error.colno}"
        raise Unreadable(
            f"malformed JSON at {place} ({error.msg}): correct it there or export it again"
        ) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable(
            "the JSON is nested too deeply or has a number too long: it is no article"
        ) from error
    if not isinstance(data, dict):
        remedy = (
            "write a list of articles as .jsonl, one a line"
            if isinstance(data, list)
            else 'write {"text": "…"}'
        )
        raise Unreadable(f"the JSON is {quoted(data)}, not an object: {remedy}")
    return data


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise Unreadable(f"the key {quoted(twice)} stands twice in one object: keep one")
    return data


@dataclass(slots=True)
class ArticleReader:
    """Makes documents; knows the run's defaults and the unknown keys already warned of.

    Attributes:
        defaults: What holds for articles that do not say it themselves.
    """

    defaults: Metadata
    _warned: set[str] = field(default_factory=set)

    def from_object(
        self, data: Mapping[str, object], source: str, *, name: str | None = None
    ) -> Document:
        """An article given as a JSON object with ``text`` and, if known, its origin.

        Args:
            data: The object.
            source: Where it stands, for messages.
            name: Its id when it gives none itself.

        Raises:
            Unreadable: It cannot be used.
        """
        stated = data.get("id")
        try:
            text = _text(data)
            origin = self.origin(data, source).completed(Origin(id=name))
            return self.from_text(text, origin, source)
        except Unreadable as refusal:
            known = one_line(stated) if isinstance(stated, str) and stated.strip() else name
            raise Unreadable(refusal.reason, id=refusal.id or known) from refusal

    def from_text(self, text: str, origin: Origin, source: str) -> Document:
        """An article given as text, with what is known of its origin.

        Without an id, it is named after its text: the place in a file would change as soon as a
        line is added above, and the article would be loaded a second time under a new key.

        Raises:
            Unreadable: It cannot be used.
        """
        whole = origin.completed(Origin.of_defaults(self.defaults))
        try:
            _check(text)
            lang = _language(text, whole.lang)
        except Unreadable as refusal:
            raise Unreadable(refusal.reason, id=whole.id) from refusal
        return Document(
            id=whole.id or "text-" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:12],
            text=text,
            lang=lang,
            title=whole.title,
            published=whole.published,
            publisher=whole.publisher,
            url=whole.url,
            source=source,
        )

    def origin(self, data: Mapping[str, object], source: str) -> Origin:
        """The checked origin in an article's object or sidecar; warns of unknown keys, once each.

        Raises:
            Unreadable: A field has the wrong type or form.
        """
        for key in data:
            if key not in (*KEYS, REMARK, "text") and key not in self._warned:
                self._warned.add(key)
                absent = [known for known in (*KEYS, "text") if known not in data]
                meant = get_close_matches(key.lower(), absent, n=1)
                hint = f": did you mean {quoted(meant[0])}?" if meant else ""
                _LOG.warning("%s: the key %s is not read%s", source, quoted(key), hint)
        return origin_of(data)


def _text(data: Mapping[str, object]) -> str:
    if "text" not in data:
        raise Unreadable('it has no `text`: put the article\'s text there ({"text": "…"})')
    text = data["text"]
    if not isinstance(text, str):
        raise Unreadable(f"`text` is {quoted(text)}: it must be a string")
    return text


def _check(text: str) -> None:
    check_text(text)
    check_surrogates("the text", text)
    nul = text.find("\x00")
    if nul >= 0:
        raise Unreadable(
            f"the text has a NUL character at position {nul}: it is binary, or was exported"
            " wrongly; export it again"
        )
    if not has_letters(text):
        raise Unreadable("the text has no letters: give it a text, or leave it out")


def _language(text: str, stated: str | None) -> str:
    return (stated_language(stated) if stated else None) or found_language(text)
