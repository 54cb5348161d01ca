"""Names of entities: which to prefer, and what is a name at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ontology.namespace import CODE

Label = tuple[str, str]


def named(labels: Iterable[Label]) -> tuple[dict[str, str], set[Label]]:
    """Choose one preferred name a language among spellings; the others are further names.

    The choice depends on the set alone, not on which document came first.

    Args:
        labels: Pairs of text and language.

    Returns:
        The preferred name by language, and the other pairs.
    """
    preferred: dict[str, str] = {}
    for text, lang in sorted(set(labels), key=lambda pair: (len(pair[0]), pair[0])):
        preferred.setdefault(lang, text)
    return preferred, {(t, lang) for t, lang in labels if preferred[lang] != t}


def is_description(english: str) -> bool:
    """Whether an English phrase describes ("gunmen", "The two buildings") and does not name.

    Names have capitals. What is only described is not taken for the same in another article.

    >>> is_description("gunmen"), is_description("Iran-backed militias"), is_description("مسلحون")
    (True, False, False)
    >>> is_description("The terrorists"), is_description("The Hague")
    (True, False)
    """
    return _is_lower(_DETERMINER.sub("", english))


def is_somebody(english: str) -> bool:
    """Whether an English phrase means some person or body that it does not name.

    Its head, the last word, is a common noun: "Israeli official", "US newspaper". Each article
    means its own. A phrase that tells whose they are ("officials in Ankara") counts by its first
    noun.

    >>> is_somebody("Israeli official"), is_somebody("Two officials in Ankara")
    (True, True)
    >>> is_somebody("Ministry of Defence"), is_somebody("Kataib Hezbollah"), is_somebody("مسؤول")
    (False, False, False)
    """
    head = _PHRASE_END.split(english, maxsplit=1)[0].split()
    return bool(head) and _is_lower(head[-1])


def _is_lower(words: str) -> bool:
    return words.isascii() and words == words.lower()


_DETERMINER: Final = re.compile(
    r"^(?:(?:the|an?|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)+",
    re.IGNORECASE,
)
_PHRASE_END: Final = re.compile(r"\s+(?:in|of|from|at|for|with|who|close to)\s+|\s*[,(]")


def kind_of(kinds: Iterable[str]) -> str:
    """Choose one kind of actor among those that texts give, rather not ``other``."""
    telling = {str(kind) for kind in kinds} - {str(CODE.actor_other)}
    return min(telling, default=str(CODE.actor_other))
