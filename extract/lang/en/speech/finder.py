"""All reports of an article."""

from __future__ import annotations

from collections.abc import Iterator

from extract.analysis import Report, ReportKind
from extract.lang.en.lexicon.schema import HedgeRow
from extract.lang.en.slot import is_passive
from extract.lang.en.speech.phrase import Phrases
from extract.lang.en.speech.silence import Silences
from extract.lang.en.speech.statement import Statements
from extract.lang.en.speech.trailing import Trailing
from extract.record import Certainty, ClaimKind


class ReportFinder(Statements, Phrases, Silences, Trailing):
    """Finds the reports of one article."""

    def find(self) -> list[Report]:
        """All reports in the order of their cues."""
        for token in self._article.doc:
            if token.pos_ in {"VERB", "AUX"}:
                report = (
                    self._silence(token)
                    or self._relay(token)
                    or self._verb(token)
                    or self._trailing(token)
                )
                if report is not None:
                    self._reports.append(report)
                    self._verb_of[token.i] = report
            elif token.pos_ in {"NOUN", "PROPN"}:
                report = self._no_word(token)
                if report is not None:
                    self._reports.append(report)
        self._reports += self._phrases()
        self._reports += self._possessed()
        self._reports += self._claim_nouns()
        self._reports += self._outlet()
        self._reports.sort(key=lambda r: (r.cue.start, r.cue.end))
        headline = self._article.headline_end
        return [r for r in self._reports if r.cue.start >= headline]

    def _outlet(self) -> Iterator[Report]:
        """Hedges that nobody named stands behind: "reportedly", "could not be verified"."""
        article = self._article
        sentences = {r.cue.sentence for r in self._reports if r.content is not None}
        for span in article.groups("unverified"):
            sent = span.sent
            yield Report(
                source=None,
                kind=ReportKind.SAYS,
                certainty=Certainty.UNSTATED,
                cue=article.words(span.start, span.end),
                content=self._range(sent.start, sent.end),
                rule="en.report.unverified",
                topic=ClaimKind.OCCURRENCE,
            )
            self._used_hedges.add(span.start)
        for span, row in article.matches.get("hedge", ()):
            if not isinstance(row, HedgeRow) or span.start in self._used_hedges:
                continue
            token = span.root
            words = article.words(span.start, span.end)
            if (
                words.sentence in sentences
                or token.dep_ in {"aux"}
                or (row.certainty is Certainty.UNSTATED and token.dep_ == "amod")
            ):
                continue
            if token.dep_ in {"amod", "compound"} or token.lower_ in {
                "may",
                "might",
                "possible",
                "fear",
                "seem",
                "appear",
            }:
                continue
            if (
                token.pos_ == "VERB"
                and token.dep_ in {"ROOT", "conj", "ccomp"}
                and not is_passive(token)
            ):
                continue
            clause = token if token.pos_ in {"VERB", "AUX"} else token.head
            if not any(t.i in self._by_token or t.i in self._tolls for t in clause.subtree):
                continue
            part = [t.i for t in clause.subtree if not t.is_space]
            yield Report(
                source=None,
                kind=ReportKind.SAYS,
                certainty=row.certainty,
                cue=words,
                content=self._range(min(part), max(part) + 1),
                rule="en.report.hedge",
            )
