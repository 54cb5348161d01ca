"""Names of entities: which to prefer, and what is a name at all."""

from __future__ import annotations

from collections.abc import Iterable

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
    """Whether an English phrase describes ("gunmen", "two buildings") and does not name.

    Names have capitals. What is only described is not taken for the same in another article.

    >>> is_description("gunmen"), is_description("Iran-backed militias"), is_description("مسلحون")
    (True, False, False)
    """
    return english.isascii() and english == english.lower()


def kind_of(kinds: Iterable[str]) -> str:
    """Choose one kind of actor among those that texts give, rather not ``other``."""
    telling = {str(kind) for kind in kinds} - {str(CODE.actor_other)}
    return min(telling, default=str(CODE.actor_other))
