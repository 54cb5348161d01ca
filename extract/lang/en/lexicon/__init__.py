"""What an analyst would edit about English: event words, weapons, reporting verbs."""

from extract.lang.en.lexicon.load import LexiconError, load_lexicon
from extract.lang.en.lexicon.schema import Frame, Lexicon, TriggerRow, WeaponRow

__all__ = ["Frame", "Lexicon", "LexiconError", "TriggerRow", "WeaponRow", "load_lexicon"]
