"""Statements about victims: how many were killed, wounded or are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Mention, MentionKind, TollMention
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.event import Draft, match_parts
from extract.lang.en.number import Count, count_from, counts
from extract.lang.en.slot import subject_of, verb_fillers
from extract.lang.en.status import Mood, verb_status
from extract.record import CasualtyStatus, EventStatus

_PEOPLE_PRONOUNS = frozenset({"him", "her", "he", "she"})
_LINKS = frozenset(
    {
        "at",
        "of",
        "to",
        "as",
        "stand",
        "number",
        "reach",
        "rise",
        "climb",
        "include",
        "is",
        "be",
        ":",
        "total",
        "hit",
        "from",
        "exceed",
        "increase",
        "now",
        "top",
    }
)
_NOBODY = frozenset({"nobody", "none", "noone", "anyone", "anybody"})
_REPORT_NOUNS = frozenset(
    {
        "word",
        "report",
        "figure",
        "information",
        "detail",
        "comment",
        "toll",
        "mention",
        "news",
        "breakdown",
    }
)
_JUST_PEOPLE = frozenset(
    {
        "people",
        "person",
        "other",
        "number",
        "dozen",
        "victim",
        "more",
        "score",
        "hundred",
        "casualty",
        "life",
        "dead",
        "wounded",
        "those",
        "total",
    }
)
_UNREAL = frozenset({EventStatus.PLANNED, EventStatus.THREATENED})
_WAR = re.compile(
    r"\b(?:in|over|during|after) (?:the (?:past|last) )?(?:\w+ )?(?:\w+ )?(?:years|decades|months)\b|\bsince (?:19|20)\d\d"
    r"|\bsince the (?:war|conflict|revolution|uprising|start|beginning|outbreak|army|coup)|\b(?:war|conflict) (?:has|that|which)\b|\bthe conflict,"
)


class TollFinder:
    """Finds the tolls of one article."""

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
        self._sort_words()

    def _sort_words(self) -> None:
        for status, row in self._data.status.items():
            self._verbs += [(tuple(w.split()), status, True) for w in row.verbs]
            self._verbs += [(tuple(w.split()), status, False) for w in row.intransitive]
            self._adjectives |= dict.fromkeys(row.adjectives, status)
            self._nouns |= dict.fromkeys(row.nouns, status)
        self._verbs.sort(key=lambda item: -len(item[0]))

    def find(self) -> list[TollMention]:
        """All tolls in the order of the text."""
        for token in self._article.doc:
            if token.is_punct or token.is_space:
                continue
            if not self._verb(token) and not self._adjective(token):
                self._noun(token)
            self._none(token)
        self._parts()
        self._found.sort(key=lambda t: (t.words.start, t.words.end, t.status))
        return self._found

    # -- verbs

    def _verb(self, token: Token) -> bool:
        if token.pos_ not in {"VERB", "AUX"}:
            return False
        for parts, status, transitive in self._verbs:
            if token.norm_ != parts[0]:
                continue
            tokens = match_parts(token, parts)
            if tokens is None:
                continue
            mood, event_status = verb_status(self._article, token)
            if event_status in _UNREAL or mood is Mood.UNREAL:
                return True
            return self._victims(token, tokens, status, transitive)
        return False

    def _victims(
        self, verb: Token, tokens: set[int], status: CasualtyStatus, transitive: bool
    ) -> bool:
        heads: list[Token] = []
        if transitive:
            for filler in verb_fillers(verb):
                if filler.slot == "object" and filler.token.i not in tokens:
                    heads = list(phrase.conjuncts(filler.token))
                    break
        else:
            subject = subject_of(verb)
            heads = list(phrase.conjuncts(subject)) if subject is not None else []
        heads = [h for h in heads if not self._is_thing(h) and h.lower_ not in {"more", "less"}]
        if any(_is_nobody(h) for h in heads) or (verb.norm_ == "fall" and _goes(verb)):
            return True
        if verb.dep_ == "acl" and verb.head.norm_ in {"number", "total"}:
            count = self._count_after(verb.i)
            if count is not None:
                self._emit(status, count, None, verb, verb.i, count.end)
                return True
        if not heads:
            return self._elliptic(verb, status)
        self._add(status, verb, heads, min(tokens), max(tokens))
        return True

    def _elliptic(self, verb: Token, status: CasualtyStatus) -> bool:
        """ "... and 26 wounded": the number stands right before the word."""
        count = self._count_before(verb.i)
        if count is None:
            return False
        self._emit(status, count, None, verb, count.start, verb.i + 1)
        return True

    def _is_thing(self, head: Token) -> bool:
        article = self._article
        row = article.targets.get(head.i)
        if head.lower_ in {"it", "which", "that", "this"} or head.i in self._by_token:
            return True
        if head.i in article.weapons:
            return True
        return row is not None and not row.person and head.ent_type_ != "PERSON"

    def _add(
        self, status: CasualtyStatus, verb: Token, heads: list[Token], first: int, last: int
    ) -> None:
        article = self._article
        low: int | None = 0
        high: int | None = 0
        bounded = True
        part = False
        victims: Mention | None = None
        start, end = first, last + 1
        for head in heads:
            span = phrase.span_of(article, head)
            count = self._count_of(head, span.start)
            start, end = min(start, span.start), max(end, span.end)
            if victims is None:
                victims = self._named_victims(head)
            if count is None:
                if head.lower_ in {"one", "none"} and any(c.lower_ == "no" for c in head.children):
                    count = Count(head.i, head.i + 1, 0, 0)
                elif len(heads) == 1 or bounded is False:
                    bounded = False
                    continue
                else:
                    continue
            start = min(start, count.start)
            part |= count.part
            if count.low is None and count.high is None:
                bounded = False
                continue
            low = None if low is None or count.low is None else low + count.low
            high = None if high is None or count.high is None else high + count.high
        if not bounded or (low == 0 and high == 0 and not self._is_zero(heads)):
            low = high = None
        if low == 0 and high == 0:
            return
        gap = end - start
        if gap > 25:
            start, end = min(first, heads[0].i), max(last, heads[0].i) + 1
        self._append(
            TollMention(
                words=article.words(start, end),
                status=status,
                low=low,
                high=high,
                victims=victims,
                whole=not part and not self._is_attacker(heads[0]),
                event=self._link(verb),
                rule="en.toll.verb",
            ),
            first,
        )

    @staticmethod
    def _is_zero(heads: list[Token]) -> bool:
        return any(c.lower_ == "no" for head in heads for c in head.children)

    def _count_of(self, head: Token, start: int) -> Count | None:
        article, doc = self._article, self._article.doc
        found = counts(article, min(start, head.i), head.i + 1)
        if not found and start > 0:
            found = [
                c
                for c in counts(article, max(head.sent.start, start - 4), head.i + 1)
                if c.end >= start
            ]
        if found:
            count = found[0]
            after = doc[count.end : count.end + 3]
            of = [t.lower_ for t in after[:2]]
            if of[:1] == ["of"] and of[1:] and of[1] in {"them", "whom", "those", "these"}:
                return replace(count, part=True)
            return count
        if head.pos_ == "NUM":
            return count_from(article, head.i, len(doc))
        return self._single_person(head)

    def _single_person(self, head: Token) -> Count | None:
        if head.lower_ in _PEOPLE_PRONOUNS:
            return Count(head.i, head.i + 1, 1, 1)
        if head.tag_ in {"NNP", "NN"} and head.pos_ in {"NOUN", "PROPN"}:
            first = self._article.doc[phrase.left_edge(head)]
            row = self._article.targets.get(head.i)
            if first.lower_ in {"a", "an", "another", "one"} and (row is None or row.person):
                if head.norm_ in {
                    "number",
                    "total",
                    "group",
                    "family",
                    "crowd",
                    "couple",
                    "host",
                    "people",
                    "handful",
                }:
                    return Count(head.i, head.i + 1, None, None)
                return Count(first.i, head.i + 1, 1, 1)
            if head.ent_type_ == "PERSON" or (
                head.pos_ == "PROPN" and row is not None and row.person
            ):
                return Count(head.i, head.i + 1, 1, 1)
            named = self._article.actors.get(head.i)
            if named is not None and named.person:
                return Count(head.i, head.i + 1, 1, 1)
            relational = {"the", "his", "her", "their", "its"}
            if row is not None and row.person and head.tag_ == "NN" and first.lower_ in relational:
                if head.norm_ not in {
                    "family",
                    "crew",
                    "people",
                    "police",
                    "crowd",
                    "group",
                    "army",
                    "force",
                    "military",
                    "unit",
                    "staff",
                    "militia",
                    "personnel",
                    "congregation",
                }:
                    return Count(head.i, head.i + 1, 1, 1)
        return None

    # -- adjectives: "six people dead", "13 dead", "the dead at 37"

    def _adjective(self, token: Token) -> bool:
        status = self._adjectives.get(token.lower_)
        if status is None:
            return False
        doc = self._article.doc
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in {"sea", "end", "zone", "or"}:
            return False
        count = self._count_before(token.i) or self._count_after(token.i)
        if count is not None:
            self._emit(
                status, count, None, token, min(count.start, token.i), max(count.end, token.i + 1)
            )
            return True
        head = token.head
        if token.dep_ == "acomp" and head.pos_ in {"AUX", "VERB"}:
            subject = subject_of(head)
            if subject is not None and not self._is_thing(subject):
                self._add(status, head, list(phrase.conjuncts(subject)), token.i, token.i)
                return True
        if token.dep_ == "amod" and token.head.pos_ in {"NOUN"} and token.head.i > token.i:
            row = self._article.targets.get(token.head.i)
            if row is not None and row.person:
                before = counts(self._article, phrase.left_edge(token.head), token.i)
                if before:
                    self._emit(
                        status, before[-1], token.head, token, before[-1].start, token.head.i + 1
                    )
                    return True
        return False

    def _count_before(self, i: int) -> Count | None:
        """A count that ends right before token ``i``, or before the noun that it counts."""
        article, doc = self._article, self._article.doc
        sent = doc[i].sent
        lowest = max(sent.start, i - 9)
        for count in reversed(counts(article, lowest, i)):
            between = doc[count.end : i]
            if len(between) == 0:
                return count
            if any(
                t.pos_ in {"VERB", "SCONJ"}
                or t.text in {";", ":", "."}
                or t.norm_ in self._adjectives
                for t in between
            ):
                return None
            person = any(
                t.i in article.targets
                and article.targets[t.i].person
                or t.lower_ in {"others", "other", "more", "of"}
                for t in between
            )
            loose = any(t.text in {","} or t.lower_ in {"and", "in", "on", "at"} for t in between)
            if person and not loose:
                return count
            if all(
                t.pos_ in {"AUX", "ADV", "ADJ"}
                or t.lower_ in {"others", "more", "are", "now", "counted"}
                for t in between
            ):
                return count
            return None
        return None

    def _count_after(self, i: int) -> Count | None:
        """ "the dead at 37", "the number of dead as 28", "the wounded numbered 11", "a toll of 17"."""
        article, doc = self._article, self._article.doc
        end = min(doc[i].sent.end, i + 8)
        for count in counts(article, i + 1, end):
            between = doc[i + 1 : count.start]
            if len(between) and all(
                t.norm_ in _LINKS or t.lower_ in _LINKS or t.pos_ in {"AUX", "ADV", "DET", "PART"}
                for t in between
            ):
                following = doc[count.end].lower_ if count.end < len(doc) else ""
                if following not in {"to", "%"}:
                    return count
                second = count_from(article, count.end + 1, end) if count.end + 1 < end else None
                return second or count
            return None
        return None

    # -- nouns: "six deaths", "the death of one contractor", "a toll of 17"

    def _noun(self, token: Token) -> bool:
        status = self._nouns.get(token.norm_)
        if status is None or token.pos_ not in {"NOUN", "PROPN"} or token.norm_ in {"life"}:
            return False
        article = self._article
        if token.norm_ in {"toll", "death toll"} and token.i + 1 < len(article.doc):
            count = self._count_after(token.i)
            if count is not None:
                self._emit(status, count, None, token, token.i, count.end)
                return True
            return False
        before = counts(article, phrase.left_edge(token), token.i)
        if before:
            self._emit(status, before[0], None, token, before[0].start, token.i + 1)
            return True
        for child in token.children:
            if (
                child.dep_ == "prep"
                and child.lower_ in {"of", "among"}
                and token.norm_ in {"death", "killing", "body", "corpse"}
            ):
                for noun in child.children:
                    if noun.dep_ == "pobj" and not self._is_thing(noun):
                        self._add(status, token, list(phrase.conjuncts(noun)), token.i, token.i)
                        return True
        if (
            token.norm_ in {"injury", "wound"}
            and token.head.norm_ in {"sustain", "suffer", "receive"}
            and token.dep_ == "dobj"
        ):
            subject = subject_of(token.head)
            if subject is not None and not self._is_thing(subject):
                self._add(
                    status, token.head, list(phrase.conjuncts(subject)), token.head.i, token.i
                )
                return True
        count = self._count_after(token.i)
        if count is not None and token.norm_ != "body":
            self._emit(status, count, None, token, token.i, count.end)
            return True
        return False

    # -- nobody

    def _none(self, token: Token) -> None:
        """ "no casualties", "nobody was hurt", "without anyone being hurt"."""
        both = (CasualtyStatus.KILLED, CasualtyStatus.WOUNDED)
        lefts = {c.lower_ for c in token.lefts}
        if token.norm_ in self._data.both or token.norm_ in {"death", "fatality", "injury"}:
            negated = "no" in lefts or (token.head.lower_ in {"without"} and token.dep_ == "pobj")
            if (
                not negated
                and token.dep_ == "conj"
                and token.head.norm_ in {"casualty", "death", "injury", "damage"}
            ):
                negated = any(c.lower_ == "no" for c in token.head.lefts) and "or" in {
                    c.lower_ for c in token.head.children
                }
            if (
                not negated
                or token.head.norm_ in _REPORT_NOUNS
                or token.head.head.norm_ in _REPORT_NOUNS
            ):
                return
            statuses: tuple[CasualtyStatus, ...] = both
            if token.norm_ in {"death", "fatality"}:
                statuses = (CasualtyStatus.KILLED,)
            elif token.norm_ == "injury":
                statuses = both
            start = min((c.i for c in token.lefts if c.lower_ == "no"), default=token.i)
            self._zero(statuses, start, token.i + 1, token)
            return
        nobody = token.lower_ in _NOBODY or (token.lower_ == "one" and "no" in lefts)
        if nobody and token.dep_ in {"nsubjpass", "nsubj", "dobj"}:
            verb = token.head
            word = next(
                (
                    t
                    for t in (verb, *verb.children)
                    if t.norm_ in {"hurt", "injure", "wound", "kill", "harm", "injured"}
                ),
                None,
            )
            if word is None:
                return
            if token.lower_ in {"anyone", "anybody"} and not any(
                t.lower_ in {"without", "not", "n't"}
                for t in verb.sent[: token.i - verb.sent.start]
            ):
                return
            statuses = (CasualtyStatus.KILLED,) if word.norm_ == "kill" else both
            start = min(token.left_edge.i, token.i)
            self._zero(statuses, start, max(verb.i, word.i) + 1, verb)
            return
        if token.norm_ in self._data.zero:
            subject = subject_of(token.head) if token.head.pos_ in {"VERB", "AUX"} else token.head
            if subject is not None and subject.norm_ in {
                "crew",
                "crew member",
                "everyone",
                "all",
                "passenger",
                "staff",
                "member",
            }:
                self._zero(both, min(subject.i, token.i), max(subject.i, token.i) + 1, token)

    def _zero(
        self, statuses: tuple[CasualtyStatus, ...], start: int, end: int, head: Token
    ) -> None:
        for status in statuses:
            self._append(
                TollMention(
                    words=self._article.words(start, end),
                    status=status,
                    low=0,
                    high=0,
                    event=self._link(head),
                    rule="en.toll.none",
                ),
                start,
            )

    # -- parts

    def _parts(self) -> None:
        """ "..., among them three children", "28 of them in the north": a part of the toll before."""
        article = self._article
        for span in article.groups("part"):
            end = span.sent.end
            found = [c for c in counts(article, span.end, min(end, span.end + 6))]
            previous = [
                t
                for t in self._found
                if t.words.end <= span.start_char + 1
                and t.words.sentence == article.sentence_of(span.start_char)
            ]
            before = [
                c
                for c in counts(article, max(span.sent.start, span.start - 5), span.start)
                if c.end == span.start
            ]
            count = (
                before[0]
                if before
                else (found[0] if found and found[0].start <= span.end + 1 else None)
            )
            if count is None or not previous or count.low is None:
                continue
            last = max(previous, key=lambda t: t.words.end)
            if any(
                t.words.start <= article.doc[count.start].idx < t.words.end for t in self._found
            ):
                continue
            start, stop = min(span.start, count.start), max(span.end, count.end)
            noun = next(
                (t for t in article.doc[count.end : count.end + 3] if t.i in article.targets), None
            )
            self._found.append(
                TollMention(
                    words=article.words(start, noun.i + 1 if noun is not None else stop),
                    status=last.status,
                    low=count.low,
                    high=count.high,
                    victims=_victim(phrase.target(article, noun)) if noun is not None else None,
                    whole=False,
                    event=last.event,
                    rule="en.toll.part",
                )
            )

    # -- making

    def _emit(
        self,
        status: CasualtyStatus,
        count: Count,
        head: Token | None,
        word: Token,
        start: int,
        end: int,
    ) -> None:
        article, doc = self._article, self._article.doc
        after = [t.lower_ for t in doc[end : end + 2]]
        if (
            after[:1] in (["and"], ["or"])
            and after[1:]
            and after[1] in self._adjectives
            and count.end == word.i
        ):
            following = self._count_before(end + 1)
            if following is None or following.start <= count.start:
                return
        part = any(
            t.lower_ in {"them", "whom"} for t in doc[count.end : count.end + 3] if t.i < word.i
        )
        if head is None:
            head = next(
                (t for t in doc[count.end : max(word.i, count.end)] if t.i in article.targets), None
            )
        self._append(
            TollMention(
                words=article.words(start, end),
                status=status,
                low=count.low,
                high=count.high,
                victims=self._named_victims(head) if head is not None else None,
                whole=not part and not self._is_attacker(head),
                event=self._link(word),
                rule="en.toll.number",
            ),
            word.i,
        )

    def _is_of_a_war(self, toll: TollMention) -> bool:
        """Whether the number sums up a war or years of it: "40,000 dead in thirty years"."""
        if toll.event is not None:
            return False
        start, end = self._article.sentences[toll.words.sentence]
        text = self._article.doc.text[start:end].lower()
        return bool(_WAR.search(text)) and not toll.words.text.lower().startswith(("no", "nobody"))

    def _append(self, toll: TollMention, key: int) -> None:
        if (key, toll.status) in self._spans or self._is_of_a_war(toll):
            return
        for known in self._found:
            same = known.status is toll.status and (known.low, known.high) == (toll.low, toll.high)
            if same and known.words.start < toll.words.end and toll.words.start < known.words.end:
                return
        self._spans.add((key, toll.status))
        self._found.append(toll)

    def _named_victims(self, head: Token) -> Mention | None:
        """Who they were, unless the word says no more than that they were people."""
        if head.pos_ in {"NUM", "PRON", "DET", "ADJ"} or head.norm_ in _JUST_PEOPLE:
            return None
        return _victim(phrase.target(self._article, head))

    @staticmethod
    def _is_attacker(head: Token | None) -> bool:
        """The attackers' own dead are no victims of the attack."""
        return head is not None and head.norm_ in {
            "attacker",
            "assailant",
            "raider",
            "suicide bomber",
            "bomber",
            "hijacker",
        }

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
        inside = [d for d in self._drafts if d.head.sent == word.sent]
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
                for draft in self._drafts:
                    if any(w.words.start <= start < w.words.end for w in draft.predication.weapons):
                        yield draft
        for child in verb.children:
            if child.dep_ == "advcl" and child.i in self._by_token:
                yield self._by_token[child.i]


def _is_nobody(head: Token) -> bool:
    if head.lower_ in _NOBODY:
        return True
    return head.lower_ == "one" and any(c.lower_ in {"no", "any"} for c in head.children)


def _goes(verb: Token) -> bool:
    """Whether "fall" means going somewhere and not dying."""
    return any(
        c.dep_ in {"prep", "dobj", "acomp", "prt"} and c.lower_ not in {"in", "on", "at", "there"}
        for c in verb.children
    )


def _victim(mention: Mention) -> Mention:
    return replace(mention, kind=MentionKind.VICTIM)
