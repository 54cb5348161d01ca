"""The tagger: decides, where a written form may be verb or noun, which of them stands here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.inflection import Number
from extract.lang.ar.lexicon import NounClass, Sense, Tag
from extract.lang.ar.numeral import is_number_word
from extract.lang.ar.word import Word, following, previous

_VERB_AFTER: Final = frozenset(
    {
        "قد",
        "لقد",
        "لم",
        "لن",
        "سوف",
        "الذي",
        "التي",
        "الذين",
        "اللذين",
        "اللذان",
        "اللتين",
        "اللتان",
        "حيث",
        "اذ",
        "عندما",
        "حين",
        "بعدما",
        "فيما",
        "بينما",
        "ثم",
        "لما",
        "كما",
        "حسبما",
        "حينما",
    }
)
_THAT_HE: Final = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "لانه", "لانها"})
_BEFORE_NOUNS: Final = frozenset({"عدم", "مجرد"})
_CAUSES: Final = frozenset({"خلف"})
_UNKNOWN_VERB_LENGTH: Final = 4
_FIRST_OF_CLAUSE: Final = frozenset((Tag.CONJUNCTION, Tag.RELATIVE))


def tag(words: Sequence[Word], in_name: Sequence[bool]) -> None:
    """Set ``is_verb`` on the words of an article.

    Args:
        words: All words in order.
        in_name: For each word, whether it lies inside a known name that needs no context.
    """
    for word in words:
        if word.is_sign or word.is_number or word.has_article or word.plain.endswith("ة"):
            continue
        if in_name[word.index] and not (word.verbs or word.reports):
            continue
        word.is_verb = _is_verb(words, word, in_name[word.index])


def _is_verb(words: Sequence[Word], word: Word, named: bool) -> bool:
    before, after = previous(words, word.index), following(words, word.index)
    if not (word.verbs or word.reports):
        return not named and _looks_like_verb(word, before)
    if word.passive:
        return True
    if named and not _opens_clause(before):
        return False
    if word.has(Tag.PREPOSITION, Tag.CONJUNCTION, Tag.DETERMINER, Tag.SUBORDINATOR):
        return word.norm in _CAUSES and after is not None and _is_outcome(after)
    if before is not None and before.norm in _BEFORE_NOUNS:
        return False
    if not word.nouns and word.adjective is None:
        return not (before is not None and _governs_noun(before))
    return _reads_as_verb(word, before, after)


def _governs_noun(before: Word) -> bool:
    """Whether only a noun may follow: a preposition that is not also a relative or conjunction."""
    return before.has(Tag.PREPOSITION) and not before.has(Tag.CONJUNCTION, Tag.RELATIVE)


def _reads_as_verb(word: Word, before: Word | None, after: Word | None) -> bool:
    """Decide between verb and noun by the neighbours."""
    if word.plain.endswith("ى") and all(noun.sg.endswith("ي") for noun, _ in word.nouns):
        return True
    if before is not None:
        if before.norm in _VERB_AFTER or before.norm in _THAT_HE:
            return True
        if before.norm in ("لا", "ما") and word.verbs and not word.verbs[0][1].past:
            return True
        if _governs_noun(before) or before.has(Tag.SUBORDINATOR) or before.has(Tag.DETERMINER):
            return False
    if after is None:
        return False
    if after.has(Tag.PREPOSITION) and _opens_clause(before) and _tells_of_victims(word):
        return True  # «قتل في الهجوم ستة»: the noun would have its genitive right after it
    if after.is_verb or (after.norm in ("علي", "ب", "من", "ل") and not after.is_sign):
        return (
            after.norm in ("ب", "من")
            and _opens_clause(before)
            and word.noun(NounClass.TRIGGER) is None
        )
    if after.adjective is not None and not after.has_article and not after.nouns:
        return False
    if after.is_nisba and not after.has_article and word.noun(NounClass.TRIGGER) is not None:
        return False
    if not _opens_clause(before) and not _has_subject(word, before):
        return False
    return (
        after.has_article
        or after.is_number
        or is_number_word(after.norm)
        or bool(after.nouns)
        or after.has(Tag.DETERMINER)
        or not (after.nouns or after.tags)
    )


def _opens_clause(before: Word | None) -> bool:
    """Whether a clause may begin after this word."""
    return (
        before is None
        or before.is_sign
        or bool(before.tags & _FIRST_OF_CLAUSE)
        or before.norm in ("و", "ف", "كان", "كانت", "كانوا", "قد")
    )


def _has_subject(word: Word, before: Word | None) -> bool:
    """«الجيش السوري قصف بلدة …»: a bare act after a definite noun is the verb of that subject."""
    if before is None or word.noun(NounClass.TRIGGER) is None or word.proclitic:
        return False
    past = any(form.past for _, form in word.verbs)
    return past and before.has_article and not before.is_verb and not before.tags


def _tells_of_victims(word: Word) -> bool:
    casualty = word.noun(NounClass.CASUALTY)
    killing = word.sense(Sense.KILL, Sense.WOUND, Sense.DIE) is not None
    return killing and casualty is not None and word.noun(NounClass.TRIGGER) is None


def _is_outcome(word: Word) -> bool:
    return (
        word.is_number
        or is_number_word(word.norm)
        or word.noun(NounClass.CASUALTY, NounClass.VICTIM) is not None
    )


def _looks_like_verb(word: Word, before: Word | None) -> bool:
    """Whether an unknown word has the shape of a verb."""
    norm = word.norm
    if word.nouns or word.tags or word.adjective is not None or len(norm) < _UNKNOWN_VERB_LENGTH:
        return False
    if is_number_word(norm) or not "\u0621" <= norm[0] <= "\u064a":
        return False
    if before is not None and _governs_noun(before):
        return False
    if norm.endswith("وا"):
        return True
    if before is not None and before.number is Number.DUAL and norm[0] in "تي":
        return norm.endswith("ان")  # «سيارتين تقلان …»
    if norm.startswith("ي") and len(norm) <= 8 and not norm.endswith(("ي", "ا", "ه")):
        return norm.endswith(("ون", "ان")) or len(norm) in (4, 5, 6)
    return norm.endswith("ت") and not norm.endswith(("ات", "يت", "وت")) and len(norm) <= 8
