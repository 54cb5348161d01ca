"""Bytes into text, only where the encoding can be told for sure.

The order: a byte order mark; UTF-8, which other encodings practically never match by chance; for
a page the encoding it declares; last the letters themselves (charset-normalizer's measure of how
well they fit a language), and these only when one reading fits and no other does.
Nothing is replaced, normalised or translated: line ends stay as they are, so that offsets into
the text are offsets into the file's text.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from extract.reading.unreadable import Unreadable

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
)

_ARABIC_PAGES = frozenset({"cp1256", "iso8859_6"})
_LATIN_PAGES = frozenset({"cp1250", "cp1252", "cp1254", "iso8859_9", "iso8859_15"})
# Pages that declare Latin-1 are written in its superset, as every browser takes them to be.
_SUPERSET = {"iso8859_1": "cp1252", "ascii": "cp1252"}

# Dashes, quotation marks, dots: all of Microsoft's code pages have them at the same bytes, and
# the ISO code pages have nothing there.
_WINDOWS_MARKS = re.compile(rb"[\x85\x91-\x97\xa0]")
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_MARKUP = re.compile(rb"(?is)<(script|style)\b.*?</\1\s*>|<[^>]*>")
_DECLARED = re.compile(
    rb"(?i)<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)"
)
_DECLARED_WITHIN = 4096

# Shares (0 to 1) by charset-normalizer: how well frequent letters fit a language, and how much
# of the text is an improbable mixture. Arabic news in its own code page has a fit of 0.4 to 0.7
# and a mess of 0.00; read in a wrong one, a mess of 0.15 and more.
_CLEAR_FIT = 0.35
_WEAK_FIT = 0.2
_CLEAR_MESS = 0.05
_WEAK_MESS = 0.1


def decode(raw: bytes) -> str:
    """The text of a plain file.

    Raises:
        Unreadable: It is binary, broken, or in an encoding that cannot be told for sure.
    """
    return _marked(raw) if _mark(raw) else _unmarked(raw, visible=raw, declared=None)


def decode_page(raw: bytes) -> str:
    """The source text of an HTML page.

    Raises:
        Unreadable: It is binary, broken, or in an encoding that cannot be told for sure.
    """
    if _mark(raw):
        return _marked(raw)
    return _unmarked(raw, visible=_MARKUP.sub(b" ", raw), declared=_declared(raw))


def decode_line(raw: bytes) -> str:
    """One line of JSON Lines, which are UTF-8 and nothing else.

    Raises:
        Unreadable: It is not UTF-8.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"byte {error.start} of the line (0x{raw[error.start]:02X}) is no valid UTF-8:"
            f" {_REMEDY}"
        ) from error


def refuse_signature(raw: bytes) -> None:
    """Refuse content that begins as a well-known kind of file which is no plain text.

    Raises:
        Unreadable: It does; the reason names the kind.
    """
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable(f"it is {kind}, not text: export its text as UTF-8")


def _unmarked(raw: bytes, *, visible: bytes, declared: str | None) -> str:
    _refuse_binary(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other_than_utf8(raw, error, visible=visible, declared=declared)


def _other_than_utf8(
    raw: bytes, error: UnicodeDecodeError, *, visible: bytes, declared: str | None
) -> str:
    where = _position(raw, error.start, "UTF-8")
    if _mostly_utf8(raw):
        raise Unreadable(f"{where} though the rest is: repair it there, or fetch it again")
    # A Latin declaration is often a template's; letters that clearly fit Arabic outweigh it.
    order = (
        [declared, _fitting(visible)]
        if declared in _ARABIC_PAGES
        else [_fitting(visible), declared]
    )
    for encoding in order:
        if encoding is not None and (text := _strictly(raw, encoding)) is not None:
            return text
    raise Unreadable(f"{where}, and no other encoding can be told for sure: {_REMEDY}")


_REMEDY = (
    "save it again as UTF-8 (with `iconv -f WINDOWS-1256 -t UTF-8` if it is Arabic from Windows)"
)


def _mark(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _marked(raw: bytes) -> str:
    encoding = _mark(raw) or "utf-8"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        # The decoder for UTF-8 with a mark counts from behind the mark.
        start = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
        raise Unreadable(
            f"{_position(raw, start, name)}, which its first bytes announce:"
            " fetch or export it again"
        ) from error


def _refuse_binary(raw: bytes) -> None:
    refuse_signature(raw)
    nul = raw.find(b"\x00")
    if nul >= 0:
        raise Unreadable(
            f"it is binary (byte {nul} is NUL), or UTF-16 without a byte order mark:"
            " export its text as UTF-8"
        )


def _position(raw: bytes, start: int, encoding: str) -> str:
    line = raw.count(b"\n", 0, start) + 1
    return f"byte {start} (0x{raw[start]:02X}, line {line}) is no valid {encoding}"


def _mostly_utf8(raw: bytes) -> bool:
    """Whether this is UTF-8 with broken places: read as a code page it would be mojibake."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not ch.isascii() for ch in text) - broken > broken


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name.replace("-", "_")
    except LookupError:
        return None
    name = _SUPERSET.get(name, name)
    return name if name in _ARABIC_PAGES | _LATIN_PAGES else None


def _fitting(visible: bytes) -> str | None:
    """The one code page in which the letters make sense, ``None`` when two do or none does."""
    if not _NON_ASCII.search(_WINDOWS_MARKS.sub(b"", visible)):
        return "cp1252"
    matches = list(from_bytes(visible))
    if not matches or not _clear(matches[0]):
        return None
    best = matches[0]
    rivals = any(_possible(match) and str(match) != str(best) for match in matches[1:])
    return None if rivals else best.encoding


def _possible(match: CharsetMatch) -> bool:
    return match.chaos <= _WEAK_MESS and match.coherence >= _WEAK_FIT


def _clear(match: CharsetMatch) -> bool:
    return (
        match.encoding in _ARABIC_PAGES
        and match.chaos <= _CLEAR_MESS
        and match.coherence >= _CLEAR_FIT
    )


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
