"""Which event the victims belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Mention, MentionKind, TollMention
from extract.lang.en import mention as mention_of
from extract.lang.en.article import Article
from extract.lang.en.event import Draft, by_sentence
from extract.lang.en.slot import verb_fillers
from extract.record import CasualtyStatus

_WAR = re.compile(
    r"\b(?:in|over|during|after) (?:the (?:past|last) )?(?:\w+ ){0,2}(?:years|decades|months)\b"
    r"|\bsince (?:19|20)\d\d"
    r"|\bsince the (?:war|conflict|revolution|uprising|start|beginning|outbreak|army|coup)"
    r"|\bsince the (?:launch|onset|end|fall|latest|late|mid|early)\b"
    r"|\b(?:so far|already) this year\b|\bso far in (?:19|20)\d\d"
    r"|\b(?:war|conflict) (?:has|that|which)\b|\bthe conflict,"
)


def as_victim(mention: Mention) -> Mention:
    """The mention as one of victims."""
    return replace(mention, kind=MentionKind.VICTIM)


class Links:
    """Ties tolls to event words by grammar, and keeps the tolls found so far."""

    def __init__(self, article: Article, drafts: list[Draft], by_token: dict[int, Draft]) -> None:
        self._article = article
        self._drafts = drafts
        self._by_token = by_token
        self._data = article.lexicon.casualties
        self._index = {id(draft): n for n, draft in enumerate(drafts)}
        self._single: dict[str, CasualtyStatus] = {}
        self._adjectives: dict[str, CasualtyStatus] = {}
        self._nouns: dict[str, CasualtyStatus] = {}
        self._verbs: list[tuple[tuple[str, ...], CasualtyStatus, bool]] = []
        self._found: list[TollMention] = []
        self._spans: set[tuple[int, CasualtyStatus]] = set()
        self._by_sentence = by_sentence(article, drafts)
        self._sort_words()

    def _sort_words(self) -> None:
        for status, row in self._data.status.items():
            self._verbs += [(tuple(w.split()), status, True) for w in row.verbs]
            self._verbs += [(tuple(w.split()), status, False) for w in row.intransitive]
            self._adjectives |= dict.fromkeys(row.adjectives, status)
            self._nouns |= dict.fromkeys(row.nouns, status)
        self._verbs.sort(key=lambda item: -len(item[0]))

    def _link(self, word: Token) -> int | None:
        """The event that grammar ties the victims to."""
        draft = next(self._linked(word), None)
        return self._index.get(id(draft)) if draft is not None else None

    def _linked(self, word: Token) -> Iterator[Draft]:
        here = word
        for _ in range(4):
            if here.i in self._by_token:
                yield self._by_token[here.i]
            if here.pos_ in {"VERB", "AUX"}:
                yield from self._around(here)
            if here.dep_ == "ROOT" or here.head == here or here.dep_ == "ccomp":
                break
            here = here.head
        sentence = self._article.sentence_of(word.idx)
        inside = self._by_sentence.get(sentence, [])
        if len(inside) == 1:
            yield inside[0]

    def _around(self, verb: Token) -> Iterator[Draft]:
        for filler in verb_fillers(verb):
            if filler.token.i in self._by_token and filler.slot in {
                "subject",
                "by",
                "in",
                "from",
                "during",
                "after",
                "object",
            }:
                yield self._by_token[filler.token.i]
            if filler.token.i in self._article.weapons:
                start = filler.token.idx
                for draft in self._by_sentence.get(self._article.sentence_of(start), ()):
                    if any(w.words.start <= start < w.words.end for w in draft.predication.weapons):
                        yield draft
        for child in verb.children:
            if child.dep_ == "advcl" and child.i in self._by_token:
                yield self._by_token[child.i]

    def _append(self, toll: TollMention, key: int) -> None:
        if (key, toll.status) in self._spans or self._is_of_a_war(toll):
            return
        for known in self._found[-12:]:
            same = known.status is toll.status and (known.low, known.high) == (toll.low, toll.high)
            if same and known.words.start < toll.words.end and toll.words.start < known.words.end:
                return
        self._spans.add((key, toll.status))
        self._found.append(toll)

    def _is_of_a_war(self, toll: TollMention) -> bool:
        """Whether the number sums up a war or years of it: "40,000 dead in thirty years"."""
        text = self._article.text[toll.words.start : toll.words.end + 50].lower()
        text = text.split("\n")[0]
        return bool(_WAR.search(text)) and not toll.words.text.lower().startswith(("no", "nobody"))

    def _named_victims(self, head: Token) -> Mention | None:
        """Who they were, unless the word says no more than that they were people."""
        if (
            head.pos_ in {"NUM", "PRON", "DET", "ADJ"}
            or head.norm_ in self._article.lexicon.classes.people
        ):
            return None
        return as_victim(mention_of.target(self._article, head))

    def _is_attacker(self, head: Token | None) -> bool:
        """The attackers' own dead are no victims of the attack."""
        if head is not None and head.pos_ == "NUM":
            head = next(
                (
                    n
                    for c in head.children
                    if c.lower_ == "of"
                    for n in c.children
                    if n.dep_ == "pobj"
                ),
                head,
            )
        return head is not None and head.norm_ in self._article.lexicon.classes.attackers

    def _is_thing(self, head: Token) -> bool:
        article = self._article
        row = article.targets.get(head.i)
        if head.lower_ in {"it", "which", "that", "this"} or head.i in self._by_token:
            return True
        if head.i in article.weapons:
            return True
        return row is not None and not row.person and head.ent_type_ != "PERSON"
