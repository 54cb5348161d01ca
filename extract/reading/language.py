"""The language of an article: stated, or found by its script first and its words second.

The script decides which languages come into question; py3langid's scores decide between them. It
is sure on whole articles and guesses on headlines, so within a script the language that can be read
(Arabic, English) wins until another one is clearly ahead: a foreign headline let through costs
little, a lost article costs trust. Persian letters alone prove nothing: a Persian keyboard gives
ی and ک for the ي and ك of an Arabic text, and گ چ پ stand in dialect and in foreign names.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from functools import cache
from importlib import resources

import yaml

from extract.error import ConflictKGError, InputError
from extract.reading.unreadable import Unreadable, quoted

READ = {"ar": "Arabic", "en": "English"}
_CODES = {"ar": "ar", "ara": "ar", "arb": "ar", "en": "en", "eng": "en"}
_UNSTATED = frozenset({"und", "mul", "zxx", "mis"})
_SCRIPTS = ("arabic", "latin", "other")

# Natural-log likelihoods of py3langid; a chance win on a headline of the other language stays
# below ten, a sentence is worth dozens.
_CLEARLY_AHEAD = 12.0
_SAMPLE = 20_000

_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08c9"
    r"\ufb50-\ufdfc\ufe70-\ufefc]"
)
_LATIN = re.compile(r"[A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_PERSIAN_KEYBOARD = str.maketrans("یک", "يك")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_WORD = re.compile(r"[وفبكلک]?ال\w{2,}|\w+ة|[أإ]\w+")
_ARABIC_WORDS_SHARE = 0.1


def has_letters(text: str) -> bool:
    """Whether the text holds a letter of any script."""
    return _LETTER.search(text) is not None


def stated_language(tag: str) -> str | None:
    """``ar`` or ``en`` for a stated BCP 47 tag, ``None`` when the tag leaves the language open.

    Raises:
        Unreadable: It states another language.
    """
    primary = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    if primary in _UNSTATED:
        return None
    if primary not in _CODES:
        raise Unreadable(
            f"`lang` is {quoted(tag)}, and only Arabic (ar) and English (en) can be read:"
            " leave the article out, or correct `lang`"
        )
    return _CODES[primary]


def found_language(text: str) -> str:
    """``ar`` or ``en``, found from a text that has letters.

    Raises:
        Unreadable: It is in another language; the reason names it.
        InputError: The folder for temporary files is full, so that no language can be found.
    """
    start = _LETTER.search(text)
    first = start.start() if start is not None else 0
    # Presentation forms and wide letters count as the letters they show; only for the comparison.
    code = _identify(unicodedata.normalize("NFKC", text[first : first + _SAMPLE]))
    if code not in READ:
        raise Unreadable(
            f"the text looks {_name(code)}, and only Arabic and English can be read:"
            " state its language (`lang` or --lang) if that is wrong"
        )
    return code


def _identify(text: str) -> str:
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    other = len(_LETTER.findall(text)) - arabic - latin
    # A tie goes to Arabic, the first language read here.
    if arabic >= max(latin, other):
        return _among_arabic_script(text)
    if latin >= other:
        return _winner(text, "latin", home="en")
    return _winner(text, "other", home=None)


def _among_arabic_script(text: str) -> str:
    folded = text.translate(_PERSIAN_KEYBOARD)
    code = _winner(folded, "arabic", home="ar")
    if code != "ar" or text == folded:
        return code
    words = _WORD.findall(text)
    arabic = sum(_ARABIC_WORD.fullmatch(word) is not None for word in words)
    if arabic >= _ARABIC_WORDS_SHARE * len(words):
        return "ar"
    return _winner(text, "arabic", home="ar")


def _winner(text: str, script: str, *, home: str | None) -> str:
    scores: dict[str, float] = {}
    for code, score in _ranked(text):
        if code in languages()[script]:
            scores.setdefault(code, float(score))
    best = max(scores, key=lambda code: scores[code])
    if home is not None and scores[best] - scores[home] <= _CLEARLY_AHEAD:
        return home
    return best


def _ranked(text: str) -> list[tuple[str, float]]:
    """All languages that py3langid knows, the likeliest first.

    Its model takes most of a second to load, and stated languages need none.
    """
    from py3langid import rank

    try:
        ranked: list[tuple[str, float]] = rank(text)
    except OSError as error:  # the first call unpacks the model into a temporary file
        raise InputError(
            f"{_temporary_folder()}: no room to unpack the model that finds languages"
            f" ({error.strerror}); make room there, name another folder in TMPDIR,"
            " or state the language (--lang)"
        ) from error
    return ranked


def _temporary_folder() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return "folder for temporary files"


def _name(code: str) -> str:
    return next(names[code] for names in languages().values() if code in names)


@cache
def languages() -> dict[str, dict[str, str]]:
    """The languages of ``languages.yaml``: script -> code -> English name.

    Raises:
        ConflictKGError: The file is not of that form.
    """
    content = resources.files(__package__).joinpath("languages.yaml").read_text("utf-8")
    return checked_languages(yaml.safe_load(content))


def checked_languages(data: object) -> dict[str, dict[str, str]]:
    """Check the form of the language table.

    Raises:
        ConflictKGError: It is not of the form script -> code -> name.
    """
    if not isinstance(data, dict) or set(data) != set(_SCRIPTS):
        raise ConflictKGError(f"languages.yaml: it must have the keys {', '.join(_SCRIPTS)}")
    for script, names in data.items():
        if not isinstance(names, dict) or not names:
            raise ConflictKGError(f"languages.yaml: {script}: it must map codes to names")
        for code, name in names.items():
            if not isinstance(code, str) or not isinstance(name, str):
                raise ConflictKGError(
                    f"languages.yaml: {script}: {code!r}: code and name must be strings"
                    " (quote `no`)"
                )
    return data
