"""The English reader: a document in, an analysis out."""

from __future__ import annotations

from typing import Final

from extract.analysis import Analysis, CountMention, Mention, Predication, TollMention
from extract.document import Document
from extract.lang.en.answer import tie_answers
from extract.lang.en.article import Article, Vocabulary, load_vocabulary
from extract.lang.en.dating import date_events, date_reports
from extract.lang.en.domain import domain, look_back
from extract.lang.en.event import EventFinder, VerbTriggers, join_details, predications, turns
from extract.lang.en.hedge import mark_suspicion
from extract.lang.en.names import load_names
from extract.lang.en.number import counts
from extract.lang.en.place import add_places, place_mentions
from extract.lang.en.relation import RelationFinder
from extract.lang.en.speech import ReportFinder, ReportVerbs
from extract.lang.en.toll import TollFinder
from extract.lang.en.violence import violent_mentions
from extract.lang.en.when import Clock

_COUNTED: Final = frozenset({"ADJ", "NOUN"})


class EnglishReader:
    """Reads English news by rules over a dependency parse.

    The pipeline, the lexicon and the name tables load on the first call and are shared by all
    readers of a process. Reading is deterministic and linear in the length of the text.

    Raises:
        LexiconError: A lexicon file was edited and is not valid any more.
    """

    def __init__(self) -> None:
        self._verbs: tuple[VerbTriggers, ReportVerbs] | None = None

    def __call__(self, document: Document) -> Analysis:
        """Analyse one article. Offsets are code points of ``document.text``."""
        vocabulary, names = load_vocabulary(), load_names()
        return self._analyse(Article(document, vocabulary, names), vocabulary)

    def _analyse(self, article: Article, vocabulary: Vocabulary) -> Analysis:
        triggers, reporting = self._triggers(vocabulary)
        clock = Clock(article)
        times = clock.times()
        field = domain(article)
        finder = EventFinder(article, triggers, field)
        drafts = finder.find()
        tolls: list[TollMention] = []
        if finder.reads_events:
            tolls = TollFinder(article, drafts, finder.by_token).find()
        tie_answers(article, drafts, finder.by_token)
        mark_suspicion(article, drafts)
        add_places(article, drafts)
        reports = []
        if drafts or tolls:
            toll_tokens = _tokens(article, tolls)
            reports = ReportFinder(article, reporting, finder.by_token, toll_tokens).find()
        datable = date_events(article, drafts, times)
        look_back(article, predications(drafts), field, clock.published)
        breaks = turns(article)
        join_details(article, drafts, breaks)
        reports = date_reports(article, reports, times)
        relations = RelationFinder(article).find() if drafts else []
        found = predications(drafts)
        return Analysis(
            sentences=article.sentences,
            mentions=_mentions(
                found, tolls, [*place_mentions(article), *violent_mentions(article)]
            ),
            predications=found,
            tolls=tolls,
            counts=_counts(article) if finder.reads_events else [],
            reports=reports,
            relations=relations,
            times=datable,
            breaks=breaks,
            reaching=True,
            published=clock.published.isoformat() if clock.published else None,
        )

    def _triggers(self, vocabulary: Vocabulary) -> tuple[VerbTriggers, ReportVerbs]:
        if self._verbs is None:
            self._verbs = (VerbTriggers(vocabulary.lexicon), ReportVerbs(vocabulary.lexicon))
        return self._verbs


def _tokens(article: Article, tolls: list[TollMention]) -> set[int]:
    found: set[int] = set()
    for toll in tolls:
        span = article.doc.char_span(toll.words.start, toll.words.end, alignment_mode="expand")
        if span is not None:
            found.update(range(span.start, span.end))
    return found


def _counts(article: Article) -> list[CountMention]:
    """Everything that is counted: the number with the noun right behind it."""
    found = []
    for count in counts(article, 0, len(article.doc)):
        end = count.end
        while end < len(article.doc) and article.doc[end].pos_ in _COUNTED and end < count.end + 3:
            end += 1
        found.append(CountMention(article.words(count.start, end), count.low, count.high))
    return found


def _mentions(
    found: list[Predication], tolls: list[TollMention], loose: list[Mention]
) -> list[Mention]:
    mentions: dict[tuple[int, int, str], Mention] = {}
    for one in loose:
        mentions[(one.words.start, one.words.end, one.kind)] = one
    for p in found:
        for group in (p.agents, p.targets, p.weapons, p.launches, p.places, p.damages):
            for mention in group:
                mentions.setdefault((mention.words.start, mention.words.end, mention.kind), mention)
    for toll in tolls:
        if toll.victims is not None:
            words = toll.victims.words
            mentions.setdefault((words.start, words.end, toll.victims.kind), toll.victims)
    return [mentions[key] for key in sorted(mentions)]
