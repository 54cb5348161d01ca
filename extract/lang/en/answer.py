"""Which event answers which: retaliation and response that the text states, and stated motives."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extract.analysis import Mention
from extract.lang.en.article import Article
from extract.lang.en.event import Draft, by_sentence
from extract.record import EventType


def tie_answers(article: Article, drafts: list[Draft], by_token: dict[int, Draft]) -> None:
    """Set ``answers``, ``answer_words`` and ``motive`` of the predications."""
    index = {id(draft): n for n, draft in enumerate(drafts)}
    near = by_sentence(article, drafts)
    for span in article.groups("response"):
        answering = _governor(span, near.get(article.sentence_of(span.start_char), []), by_token)
        words = _reason(span)
        caused = _first(words, by_token)
        if answering is None:
            continue
        if caused is not None and caused is not answering:
            answering.predication.answers = index[id(caused)]
            answering.predication.answer_words = article.words(words.start, words.end)
        answering.predication.motive = article.words(words.start, words.end)
    for span in article.groups("lead"):
        sentence = article.sentence_of(span.start_char)
        here = [d for d in near.get(sentence, ()) if d.head.i >= span.start]
        _lead(article, span, here, drafts, index)
    _tie_interceptions(drafts, index)
    for span in article.groups("motive"):
        answering = _governor(span, near.get(article.sentence_of(span.start_char), []), by_token)
        if answering is not None and answering.predication.motive is None:
            words = _reason(span)
            if words.end > span.end:
                answering.predication.motive = article.words(words.start, words.end)


def _tie_interceptions(drafts: list[Draft], index: dict[int, int]) -> None:
    """What was shot down was fired in the attack told with it: the interception answers that."""
    for draft in drafts:
        p = draft.predication
        if p.type is not EventType.INTERCEPTION or p.answers is not None:
            continue
        kinds = {_thing(m) for m in p.targets}
        attacks = [
            d
            for d in drafts
            if d.predication.type is not EventType.INTERCEPTION
            and kinds & {_thing(m) for m in d.predication.weapons}
        ]
        if not attacks or not p.targets:
            continue
        before = [d for d in attacks if d.head.i < draft.head.i]
        p.answers = index[id(before[-1] if before else attacks[0])]
        p.answer_words = p.targets[0].words


def _thing(mention: Mention) -> str:
    """What sort of thing is named, by its last word: "25 of the 38 missiles"."""
    return mention.words.text.lower().split()[-1].strip('."').removesuffix("s")


def _reason(span: Span) -> Span:
    """The cue with what it governs, up to the end of that phrase."""
    end = span.end
    for token in span:
        for child in token.children:
            if child.dep_ in {"pobj", "dobj", "pcomp", "prep", "attr"} and child.i >= span.end:
                end = max(end, min(child.right_edge.i + 1, span.end + 14))
    if end == span.end and span.end < len(span.doc):
        following = span.doc[span.end]
        if following.sent == span.sent and not following.is_punct:
            end = min(
                following.head.i + 1 if following.head.i > following.i else following.i + 1,
                span.sent.end,
            )
    return span.doc[span.start : end]


def _first(words: Span, by_token: dict[int, Draft]) -> Draft | None:
    return next((by_token[t.i] for t in words if t.i in by_token), None)


def _governor(span: Span, near: list[Draft], by_token: dict[int, Draft]) -> Draft | None:
    """The event that the cue hangs on."""
    here: Token = span.root
    for _ in range(6):
        if here.i in by_token and here.i not in range(span.start, span.end):
            return by_token[here.i]
        for child in here.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.i in by_token:
                return by_token[child.i]
        if here.head == here:
            break
        here = here.head
    before = [d for d in near if d.head.i < span.start]
    return before[-1] if before else None


def _lead(
    article: Article, span: Span, here: list[Draft], drafts: list[Draft], index: dict[int, int]
) -> None:
    """As in "In response, jets raided ...": answers what was told last before it."""
    if not here or here[0].predication.answers is not None:
        return
    if span.end < len(span.doc) and span.doc[span.end].lower_ in {"to", "for"}:
        return
    first = index[id(here[0])]
    before = [d for d in drafts[max(first - 12, 0) : first + 1] if d.head.i < span.start]
    before = [d for d in before if not d.predication.several]
    if before and before[-1] is not here[0]:
        here[0].predication.answers = index[id(before[-1])]
        here[0].predication.answer_words = article.words(span.start, span.end)
