"""Choosing, among a town's unsorted alternate names, those that news in Arabic and English writes.

GeoNames lists alternate names without language: Persian, Urdu, Kurdish and Uyghur spellings stand
among the Arabic ones, transliterations into dozens of languages among the English ones. Letters
rule most of them out; for the rest the consonants are compared with those of the main name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from extract.fold import fold

_ARABIC: Final = re.compile(
    r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+(?:[ -][ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+)*"
)
_LATIN: Final = re.compile(r"[A-Z][A-Za-z]+(?:[ '-][A-Za-z]+)*")
_MARKS: Final = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f]")
# Head words: «محافظة دير الزور» is another entry, or says no more than the bare name.
_HEADS: Final = re.compile(
    r"^(?:محافظة|محافظه|منطقة|منطقه|مدينة|مدينه|ولاية|ولايه|شعبية|قضاء|ناحية|ناحيه|بلدية|مركز|قرية|قريه|إمارة|مديرية|شهرستان|استان)\s"
)
# A lone letter or article, as in «د مشق»: a typing slip.
_BROKEN: Final = re.compile(r"(?<!\S)(?:[ء-ي]|ال)(?!\S)")
_ARTICLE_AR: Final = re.compile(r"\bال")
_ARTICLE_EN: Final = re.compile(
    r"\b(?:a[lrdtnsz]|ash|ath|adh|el|es|er|ez|et|ed|esh|en)[ -]", re.IGNORECASE
)
_DIGRAPHS: Final = (
    ("sh", "$"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ch", "$"),
    ("ph", "f"),
)
_LATIN_KEY: Final = str.maketrans({"j": "g", "q": "k", "c": "k", "p": "b", "v": "f", "x": "x"})
_ARABIC_KEY: Final = str.maketrans(
    {
        **dict.fromkeys("تثط", "t"),
        **dict.fromkeys("دذض", "d"),
        **dict.fromkeys("زظ", "z"),
        **dict.fromkeys("سص", "s"),
        **dict.fromkeys("جغ", "g"),
        **dict.fromkeys("قك", "k"),
        **dict.fromkeys("اأإآىيئؤوعءهةح", ""),
        "ب": "b",
        "خ": "x",
        "ر": "r",
        "ش": "$",
        "ف": "f",
        "ل": "l",
        "م": "m",
        "ن": "n",
    }
)
_PRESS: Final = (
    ("Dayr", "Deir"),
    ("Bayt", "Beit"),
    ("Tall", "Tal"),
    ("Ayn", "Ain"),
    ("Shaykh", "Sheikh"),
)
_ALIKE: Final = 0.7

# The United States and British boards' romanisation of Arabic (BGN/PCGN 1956), which many
# alternates follow: its dotted letters and long vowels say which Arabic letter stands there.
_BGN_SIGNS: Final = re.compile("[ţṭşṣḩḥḑḍẓẕāīū‘ʻʿ]|z\u0327")
_BGN: Final = (
    *(("z\u0327", "ظ"), ("sh", "ش"), ("kh", "خ"), ("gh", "غ"), ("th", "ث"), ("dh", "ذ")),
    *zip("ţṭşṣḩḥḑḍẓẕ‘ʻʿ’ʼʾāáīū", "ططصصححضضظظعععءءءاىيو", strict=True),
    *zip("btjdrzsfqklmnhwygpv", "بتجدرزسفقكلمنهويغبف", strict=True),
)


def ascii_name(name: str) -> str:
    """Return a romanised name without diacritics and with plain apostrophes only inside words."""
    plain = unicodedata.normalize("NFKD", name).translate(
        str.maketrans("ıəƏøØłŁđĐðÐ", "ieEoOlLdDdD", "‘’ʻʼʿʾ`´'")
    )
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def press_name(name: str) -> str:
    """Return a romanised Arabic name nearer to the news: «Al-Rastan» for «Ar Rastan»."""
    plain = _ARTICLE_EN.sub("al-", ascii_name(name))
    for careful, usual in _PRESS:
        plain = re.sub(rf"\b{careful}\b", usual, plain)
    return plain[:1].upper() + plain[1:]


def consonants(name: str) -> str:
    """Return the consonants of an Arabic or romanised name in one alphabet, articles left out."""
    if re.search("[ء-ي]", name):
        return _ARTICLE_AR.sub("", name).translate(_ARABIC_KEY).replace(" ", "").replace("-", "")
    plain = _ARTICLE_EN.sub("", ascii_name(name)).lower()
    for digraph, letter in _DIGRAPHS:
        plain = plain.replace(digraph, letter)
    return re.sub("[^$b-df-gj-np-tvxz]", "", plain).translate(_LATIN_KEY)


def likeness(one: str, other: str) -> float:
    """Return how alike the consonants of two names are, from 0 to 1."""
    first, second = consonants(one), consonants(other)
    if not first and not second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def bgn_to_arabic(name: str) -> str:
    """Return the Arabic letters that a BGN/PCGN romanisation stands for, short vowels left out."""
    plain = unicodedata.normalize("NFC", name).lower()
    plain = _ARTICLE_EN.sub("ال", plain)
    plain = re.sub(r"ah\b", "ة", plain)
    for roman, letter in _BGN:
        plain = plain.replace(roman, letter)
    plain = re.sub(r"\b[aiueo]", "ا", plain)
    return re.sub("[^ء-ي]", "", plain)


def _as_romanised(spelling: str, romanised: Iterable[str]) -> float:
    """Return how well a spelling agrees with the careful romanisations, from 0 to 1."""
    bare = re.sub("[أإآ]", "ا", spelling.replace(" ", ""))
    return max(
        (SequenceMatcher(None, bare, guess, autojunk=False).ratio() for guess in romanised),
        default=0.0,
    )


def arabic_names(name: str, alternates: Iterable[str]) -> list[str]:
    """Return the Arabic spellings among ``alternates``, the best first, none twice when folded."""
    found: dict[str, tuple[float, str]] = {}
    romanised = [name, *(other for other in alternates if _LATIN.fullmatch(ascii_name(other)))]
    careful = [bgn_to_arabic(other) for other in romanised if _BGN_SIGNS.search(other.lower())]
    for raw in alternates:
        spelling = _HEADS.sub("", _MARKS.sub("", raw).strip())
        if not _ARABIC.fullmatch(spelling) or _BROKEN.search(spelling) or len(spelling) < 2:
            continue
        alike = max(likeness(spelling, other) for other in romanised)
        if alike < _ALIKE:
            continue
        score = (
            likeness(spelling, name) + 2 * _as_romanised(spelling, careful) + _care(spelling, name)
        )
        key = fold(spelling)
        found[key] = max(found.get(key, (-9.0, "")), (score, spelling))
    for key, (_, spelling) in list(found.items()):
        # «الموصل» and not «موصل»: where both are listed the bare form is a slip, often a word.
        if fold("ال" + spelling) in found:
            del found[key]
    return [
        spelling for _, spelling in sorted(found.values(), key=lambda item: (-item[0], item[1]))
    ]


def _care(spelling: str, name: str) -> float:
    """Reward the marks of careful Arabic writing: the article where the name has it, ta marbuta."""
    score = 0.0
    if bool(_ARTICLE_EN.match(name + " ")) == spelling.startswith("ال"):
        score += 0.3
    if spelling.endswith("ة"):
        score += 0.2
    elif spelling.endswith("ه"):
        score -= 0.1
    if re.match("[أإآ]", spelling) or re.search("[ؤئء]", spelling):
        score += 0.1
    return score


def english_names(name: str, alternates: Iterable[str], most: int = 6) -> list[str]:
    """Return romanised spellings close to ``name``, closest first, without ``name`` itself."""
    label = ascii_name(name)
    found = {
        plain
        for plain in (ascii_name(other) for other in alternates)
        if plain != label
        and len(plain) > 3
        and _LATIN.fullmatch(plain)
        and likeness(plain, name) >= 0.8
    }
    return sorted(found, key=lambda other: (-likeness(other, name), len(other), other))[:most]
