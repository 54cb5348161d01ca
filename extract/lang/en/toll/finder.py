"""All statements about victims."""

from __future__ import annotations

from extract.analysis import TollMention
from extract.lang.en import mention as mention_of
from extract.lang.en.number import counts
from extract.lang.en.toll.link import as_victim
from extract.lang.en.toll.nobody import NoTolls
from extract.lang.en.toll.noun import NounTolls
from extract.lang.en.toll.verb import VerbTolls


class TollFinder(VerbTolls, NounTolls, NoTolls):
    """Finds the tolls of one article."""

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

    def _parts(self) -> None:
        """Parts of the toll before: "..., among them three children", "28 of them in the north"."""
        article = self._article
        for span in article.groups("part"):
            end = span.sent.end
            found = list(counts(article, span.end, min(end, span.end + 6)))
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
                    victims=as_victim(mention_of.target(article, noun))
                    if noun is not None
                    else None,
                    whole=False,
                    event=last.event,
                    rule="en.toll.part",
                )
            )
