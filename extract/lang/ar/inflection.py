"""Inflection: the written forms of Arabic verbs and nouns, made from their citation forms.

All forms are folded (see ``extract.fold``). Written Arabic leaves vowels out, so active and passive
of most verbs, and verb and verbal noun of some, share one form: telling them apart is the tagger's
work. The patterns are those of any school grammar; weak and hollow verbs are covered by their
visible endings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from extract.fold import fold

OBJECT_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "نا", "ني")
POSSESSIVES: Final = ("ه", "ها", "هم", "هما", "نا", "ي")


class Number(Enum):
    """Grammatical number of a noun."""

    SINGULAR = 1
    DUAL = 2
    PLURAL = 3


@dataclass(frozen=True, slots=True)
class VerbForm:
    """How a verb stands: tense, and whether an object pronoun is attached."""

    form: str
    past: bool
    feminine: bool = False
    plural: bool = False
    pronoun: bool = False
    jussive: bool = False
    first_person: bool = False


@dataclass(frozen=True, slots=True)
class NounForm:
    """How a noun stands: number, definite by the article, possessed by a pronoun."""

    form: str
    number: Number
    article: bool = False
    pronoun: bool = False
    accusative: bool = False


def verb_forms(past: str, present: str) -> Iterator[VerbForm]:
    """Yield the third-person forms of a verb, and first person plural, with object pronouns."""
    yield from _past_forms(fold(past))
    yield from _present_forms(fold(present))


def _past_forms(stem: str) -> Iterator[VerbForm]:
    weak = stem.endswith(("ي", "ا")) and len(stem) > 2
    base = stem[:-1] if weak else stem
    yield VerbForm(stem, True)
    yield VerbForm(base + "ت", True, feminine=True)
    yield VerbForm(base + "وا", True, plural=True)
    yield VerbForm(stem + "ا", True, plural=True)
    yield VerbForm(base + "تا", True, feminine=True, plural=True)
    we = (base + "ي" if weak else base) + "نا"
    for ending in ("", "ها", "ه", "هم"):
        yield VerbForm(we + ending, True, plural=True, pronoun=bool(ending), first_person=True)
    before_pronoun = base + "ا" if weak else stem
    for pronoun in OBJECT_PRONOUNS:
        yield VerbForm(before_pronoun + pronoun, True, pronoun=True)
        yield VerbForm(base + "ت" + pronoun, True, feminine=True, pronoun=True)
        yield VerbForm(base + "و" + pronoun, True, plural=True, pronoun=True)


def _present_forms(stem: str) -> Iterator[VerbForm]:
    if not stem.startswith("ي"):
        yield VerbForm(stem, False)
        return
    body = stem[1:]
    weak = body.endswith(("ي", "و", "ا")) and len(body) > 2
    base = body[:-1] if weak else body
    for prefix, feminine in (("ي", False), ("ت", True), ("ن", False)):
        yield VerbForm(prefix + body, False, feminine=feminine)
        for pronoun in OBJECT_PRONOUNS:
            yield VerbForm(prefix + body + pronoun, False, feminine=feminine, pronoun=True)
        for short in _jussives(body) if prefix != "ن" else ():
            yield VerbForm(prefix + short, False, feminine=feminine, jussive=True)
            yield VerbForm(
                prefix + short + "ه", False, feminine=feminine, pronoun=True, jussive=True
            )
            yield VerbForm(
                prefix + short + "ها", False, feminine=feminine, pronoun=True, jussive=True
            )
    for prefix, feminine in (("ي", False), ("ت", True)):
        for ending in ("ون", "وا"):
            yield VerbForm(prefix + base + ending, False, feminine=feminine, plural=True)
        yield VerbForm(prefix + body + "ان", False, feminine=feminine, plural=True)


def _jussives(body: str) -> tuple[str, ...]:
    """The shortened form after «لم»: a weak last or second-last letter falls."""
    if body.endswith(("ي", "و", "ا")) and len(body) > 2:
        return (body[:-1],)
    if len(body) >= 3 and body[-2] in "يوا":
        return (body[:-2] + body[-1],)
    return ()


def noun_forms(
    singular: str,
    plurals: tuple[str, ...] = (),
    *,
    sound: str | None = None,
    duals: tuple[str, ...] = (),
) -> Iterator[NounForm]:
    """Yield the forms of a noun: bare, with article, accusative, dual, plural, possessed.

    Args:
        singular: Citation form.
        plurals: Broken and other plurals.
        sound: ``m`` for a plural in -un/-in, ``f`` for one in -at.
        duals: Dual forms that the pattern does not make.
    """
    stem = fold(singular)
    yield from _states(stem, Number.SINGULAR)
    bound = stem[:-1] + "ت" if stem.endswith("ه") else stem
    made = (
        [bound + "ان", bound + "ين"] if not duals and " " not in stem else [fold(d) for d in duals]
    )
    for dual in made:
        if sound == "m" and dual.endswith("ين"):
            continue
        yield NounForm(dual, Number.DUAL)
        yield NounForm("ال" + dual, Number.DUAL, article=True)
    if bound.endswith("ت") and stem.endswith("ه"):
        yield NounForm(bound + "ي", Number.DUAL)
        yield NounForm(bound + "ا", Number.DUAL)
    for plural in (*map(fold, plurals), *_sound_plurals(stem, sound)):
        yield from _states(plural, Number.PLURAL)
    if sound == "m":
        for ending in ("و", "ي"):  # «مقاتلو الجيش», «مقاتلي الجيش»: no nun before a genitive
            yield NounForm(stem + ending, Number.PLURAL)


def _sound_plurals(stem: str, sound: str | None) -> tuple[str, ...]:
    if sound == "m":
        return (stem + "ون", stem + "ين")
    if sound == "f":
        return ((stem[:-1] if stem.endswith("ه") else stem) + "ات",)
    return ()


def _states(stem: str, number: Number) -> Iterator[NounForm]:
    yield NounForm(stem, number)
    yield NounForm("ال" + stem, number, article=True)
    if not stem.endswith(("ه", "ا", "اء", "ون", "ين")):
        yield NounForm(stem + "ا", number, accusative=True)
    bound = stem[:-1] + "ت" if stem.endswith("ه") else stem
    if stem.endswith(("ون", "ين")):
        bound = stem[:-1]
    for pronoun in POSSESSIVES:
        if pronoun == "ي" and number is Number.SINGULAR and not stem.endswith("ه"):
            continue
        yield NounForm(bound + pronoun, number, pronoun=True)


def adjective_forms(masculine: str) -> Iterator[str]:
    """Yield the forms of an adjective: gender, number, article and accusative."""
    stem = fold(masculine)
    stems = [stem] if stem.endswith("ي") or not stem.endswith("ه") else [stem[:-1]]
    for base in stems:
        for ending in ("", "ه", "ان", "ين", "ون", "تان", "تين", "ات", "ا"):
            yield base + ending
            if ending != "ا":
                yield "ال" + base + ending
