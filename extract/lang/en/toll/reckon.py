"""Counting victims."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Mention, TollMention
from extract.lang.en import phrase
from extract.lang.en.number import Count, count_from, counts
from extract.lang.en.toll.link import Links
from extract.record import CasualtyStatus

_PEOPLE_PRONOUNS = frozenset({"him", "her", "he", "she"})


class Reckoning(Links):
    """Finds the number that goes with a word for victims."""

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
            return count_from(article, head.i, len(doc), trusted=True)
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
            single = head.norm_ not in self._article.lexicon.targets.collective
            known = row is not None and row.person and first.lower_ in relational
            if head.tag_ == "NN" and single and known:
                return Count(head.i, head.i + 1, 1, 1)
        return None

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
                (t.pos_ in {"VERB", "SCONJ"} and t.norm_ not in article.lexicon.classes.counting)
                or t.text in {";", ":", "."}
                or t.norm_ in self._adjectives
                for t in between
            ):
                return None
            person = any(
                (t.i in article.targets and article.targets[t.i].person)
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
        """The number after: "the dead at 37", "the number of dead as 28", "a toll of 17"."""
        article, doc = self._article, self._article.doc
        end = min(doc[i].sent.end, i + 8)
        for count in counts(article, i + 1, end):
            between = doc[i + 1 : count.start]
            if len(between) and all(
                {t.norm_, t.lower_}.intersection(article.lexicon.classes.toll_links)
                or t.pos_ in {"AUX", "ADV", "DET", "PART"}
                for t in between
            ):
                following = doc[count.end].lower_ if count.end < len(doc) else ""
                if following not in {"to", "%"}:
                    return count
                second = count_from(article, count.end + 1, end) if count.end + 1 < end else None
                return second or count
            return None
        return None

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
