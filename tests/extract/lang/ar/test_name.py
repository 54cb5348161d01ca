"""Names are found where spaCy's phrase matcher over the same tokens would find them."""

from __future__ import annotations

from pathlib import Path

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from extract.actors.base import ActorBase
from extract.gazetteer import Gazetteer
from extract.lang.ar.name import SPANS
from extract.lang.ar.reader import arabic_pipeline
from extract.lang.ar.tokenizer import ArabicTokenizer

ARTICLES = sorted((Path(__file__).parents[4] / "data" / "articles").glob("*.txt"))
ODD = "قصفت دير\nالزور ودير الزور ودير  الزور وفي ريف دير الزور الشرقي، ﷺ وبالجيش السوري الحر."

ENDS = ["قصفت الجيش", "قصفت دير", "على تنظيم", "غادر بغداد", "قال حزب", "حمص", ""]


def test_the_same_names_are_found_as_by_the_phrase_matcher() -> None:
    nlp = arabic_pipeline()
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, ArabicTokenizer)
    texts = [name for name, _ in Gazetteer.load().names("ar")]
    texts += [name.text for name in ActorBase.load().names("ar")]
    model = PhraseMatcher(nlp.vocab, attr="NORM")
    for norms in {tuple(tokenizer.norms(text)) for text in texts}:
        if len(" ".join(norms)) > 1:
            model.add(SPANS, [_doc(nlp.vocab, norms)])
    found = 0
    for text in [ODD, *ENDS, *(file.read_text(encoding="utf-8") for file in ARTICLES)]:
        doc = nlp(text)
        expected = filter_spans(model(doc, as_spans=True))
        marked = [(span.start, span.end) for span in doc.spans[SPANS]]
        assert marked == [(span.start, span.end) for span in expected]
        found += len(marked)
    assert found > 300


def _doc(vocab: object, norms: tuple[str, ...]) -> Doc:
    doc = Doc(vocab, words=list(norms))  # type: ignore[arg-type]
    for token, norm in zip(doc, norms, strict=True):
        token.norm_ = norm
    return doc
