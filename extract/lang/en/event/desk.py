"""What the finders of event words share."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Words
from extract.lang.en.article import Article
from extract.lang.en.domain import words_of_war
from extract.lang.en.event.draft import Draft, VerbTriggers


class Desk:
    """One article with the event words found so far, by token."""

    def __init__(self, article: Article, verbs: VerbTriggers, domain: str | None) -> None:
        self._article = article
        self._verbs = verbs
        self._domain = domain
        self._war = words_of_war(article)
        self._lexicon = article.lexicon
        self.drafts: list[Draft] = []
        self.by_token: dict[int, Draft] = {}
        self.sentences: dict[int, list[Draft]] = {}

    @property
    def reads_events(self) -> bool:
        """Whether the article is of a kind that tells acts of war."""
        mixed = self._domain is None or self._domain in self._lexicon.domains.mixed
        return mixed and self._domain != "drill"

    def _finish(self, draft: Draft, anchor: Words) -> None:
        draft.predication.anchor = anchor
        self.drafts.append(draft)
        self.sentences.setdefault(self._article.sentence_of(draft.head.idx), []).append(draft)
        for i in draft.tokens:
            self.by_token[i] = draft

    def _is_drill(self, token: Token) -> bool:
        """Whether the sentence speaks of an exercise."""
        drills = self._lexicon.cues.drill
        return any(t.norm_ in drills for t in token.sent)
