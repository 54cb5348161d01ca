"""Standing relations that the article states: backing, membership, speaking for, holding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Mention, RelationMention
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.coreference import is_body, is_pronoun, resolve
from extract.lang.en.located import Nesting
from extract.lang.en.slot import subject_of
from extract.lang.en.stationing import Stationing
from extract.lang.en.unit import Units
from extract.record import RelationKind, TargetKind

# Characters between a person and the body that he belongs to.
_LONGEST = 120


class RelationFinder:
    """Finds the relations of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._data = article.lexicon.relations
        self._found: dict[tuple[RelationKind, int, int], RelationMention] = {}

    def find(self) -> list[RelationMention]:
        """All relations in the order of the text, each once."""
        for token in self._article.doc:
            self._hyphen(token)
            self._pro(token)
            self._person(token)
            self._apposition(token)
            self._allied(token)
            self._verb(token)
        finders = (Nesting(self._article), Units(self._article), Stationing(self._article))
        for nested in (found for finder in finders for found in finder.find()):
            key = (nested.kind, nested.subject.words.start, nested.object.words.start)
            self._found.setdefault(key, nested)
        return sorted(self._found.values(), key=lambda r: (r.words.start, r.words.end, r.kind))

    def _add(
        self, kind: RelationKind, subject: Mention, obj: Mention, rule: str, start: int, end: int
    ) -> None:
        if subject.words.start == obj.words.start or (
            subject.entity and subject.entity == obj.entity
        ):
            return
        key = (kind, subject.words.start, obj.words.start)
        words = self._article.words(start, end)
        self._found.setdefault(key, RelationMention(kind, subject, obj, words, rule))

    def _party(self, token: Token) -> Mention | None:
        if is_pronoun(token):
            found = resolve(self._article, token)
            return mention_of.actor(self._article, found) if found is not None else None
        return mention_of.actor(self._article, token) if is_body(self._article, token) else None

    def _hyphen(self, token: Token) -> None:
        """As in "the Iran-backed Houthis", "Houthi-held western Yemen"."""
        doc = self._article.doc
        if token.text != "-" or token.i == 0 or token.i + 1 >= len(doc):
            return
        name, word = doc[token.i - 1], doc[token.i + 1]
        if not self._can_back(name):
            return
        head = word.head if word.dep_ in {"amod", "compound", "acl", "nmod"} else word
        if head.i <= word.i:
            head = next(
                (
                    t
                    for t in doc[word.i + 1 : word.i + 6]
                    if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "amod"}
                ),
                word,
            )
        if head.i <= word.i or head.i > word.i + 6:
            return
        obj = mention_of.actor(self._article, name)
        named = self._article.actors.get(name.i)
        if named is not None:
            obj = mention_of.adjective(self._article, named)
        if word.lower_ in self._data.backed:
            subject = mention_of.actor(self._article, head)
            self._add(
                RelationKind.BACKED_BY, subject, obj, "en.relation.backed", name.i, head.i + 1
            )
        elif word.lower_ in self._data.held:
            place = mention_of.place(self._article, head)
            bare = replace(place, words=self._article.words(word.i + 1, head.i + 1))
            self._add(RelationKind.CONTROLS, obj, bare, "en.relation.held", name.i, head.i + 1)

    def _can_back(self, name: Token) -> bool:
        """As in "Iran-backed", "rebel-held", "pro-junta"."""
        return (
            name.i in self._article.actors
            or name.ent_type_ in {"GPE", "NORP", "ORG"}
            or name.norm_ in self._data.holders
        )

    def _pro(self, token: Token) -> None:
        """As in "the pro-junta Pyu Saw Htee militia", "pro-Iranian fighters"."""
        doc = token.doc
        if token.lower_ != "pro" or token.i + 3 >= len(doc) or doc[token.i + 1].text != "-":
            return
        name = doc[token.i + 2]
        head = name
        while head.dep_ in {"amod", "compound", "nmod"} and head.head.i > head.i:
            head = head.head
        if head.i <= name.i or head.i > name.i + 5 or not self._can_back(name):
            return
        named = self._article.actors.get(name.i)
        backer = (
            mention_of.adjective(self._article, named)
            if named is not None
            else replace(
                mention_of.actor(self._article, name),
                words=self._article.words(name.i, name.i + 1),
            )
        )
        subject = mention_of.actor(self._article, head)
        bare = replace(subject, words=self._article.words(name.i + 1, head.i + 1))
        self._add(RelationKind.BACKED_BY, bare, backer, "en.relation.pro", token.i, head.i + 1)

    def _person(self, token: Token) -> None:
        """As in "X spokesman Y", "Y, a spokesman for X", "Y, commander of X"."""
        spokes = token.norm_ in self._article.lexicon.sources.spokesmen
        member = token.norm_ in self._data.member
        if not (spokes or member) or token.pos_ not in {"NOUN", "PROPN"}:
            return
        name = self._bearer(token)
        body = self._body(token, name)
        if body is None or (name is None and not spokes):
            return
        subject = self._bare(name) if name is not None else mention_of.actor(self._article, token)
        ends = [subject.words, body.words]
        kind = RelationKind.SPOKESPERSON_OF if spokes else RelationKind.MEMBER_OF
        if kind is RelationKind.MEMBER_OF and body.entity is None and body.anaphoric:
            return
        if kind is RelationKind.MEMBER_OF and self._is_portfolio(body):
            return
        if token.norm_ in self._data.places and body.entity is None:
            return  # "Kunar's governor" governs a place
        start = min(w.start for w in ends)
        end = max(w.end for w in ends)
        words = self._article.chars(start, end)
        if end - start > _LONGEST or ";" in words.text:
            return
        key = (kind, subject.words.start, body.words.start)
        if subject.words.start != body.words.start:
            self._found.setdefault(
                key, RelationMention(kind, subject, body, words, "en.relation.person")
            )

    def _is_portfolio(self, body: Mention) -> bool:
        """As "State" in "Secretary of State", or a place that a governor governs."""
        if body.words.text.lower() in self._data.portfolios:
            return True
        return body.target_kind is TargetKind.RESIDENTIAL

    def _bare(self, name: Token) -> Mention:
        """The person by name alone, without title or post."""
        mention = mention_of.actor(self._article, name)
        start, end = name.i, name.i + 1
        while start > name.sent.start and name.doc[start - 1].ent_type_ == "PERSON":
            start -= 1
        while end < name.sent.end and name.doc[end].ent_iob_ == "I":
            end += 1
        return replace(mention, words=self._article.words(start, end))

    def _bearer(self, token: Token) -> Token | None:
        """The name that goes with a post: after it, or before it as an apposition."""
        head = token.head
        if token.dep_ in {"compound", "nmod"} and head.ent_type_ == "PERSON":
            return head
        if token.dep_ == "appos" and (head.ent_type_ == "PERSON" or head.pos_ == "PROPN"):
            return head
        for child in token.children:
            if child.dep_ == "appos" and child.ent_type_ == "PERSON":
                return child
        return None

    def _body(self, token: Token, name: Token | None) -> Mention | None:
        article = self._article
        holders = [token] if name is None else [token, name]
        for holder in holders:
            for child in holder.children:
                if child.i == token.i or (name is not None and child.i == name.i):
                    continue
                if child.dep_ == "prep" and child.lower_ in {"of", "for", "in", "with"}:
                    for noun in child.children:
                        if noun.dep_ != "pobj" or not is_body(article, noun):
                            continue
                        if noun.norm_ not in self._data.portfolios or noun.i in article.actors:
                            return mention_of.actor(article, noun)
                        further = self._further(noun)
                        if further is not None:
                            return mention_of.actor(article, further)
                elif child.dep_ in {"poss", "compound", "nmod", "amod"}:
                    if (
                        child.i in article.actors
                        or child.ent_type_ in {"ORG", "NORP"}
                        or (name is not None and child.norm_ in self._data.forces)
                    ):
                        return mention_of.actor(article, child)
                    if child.dep_ == "poss" and (found := self._party(child)) is not None:
                        return found
        return None

    def _further(self, noun: Token) -> Token | None:
        """As in "minister of state in the Emirates": the body after the portfolio."""
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "of", "for"}:
                for party in child.children:
                    if party.dep_ == "pobj" and is_body(self._article, party):
                        return party
        return None

    def _allied(self, token: Token) -> None:
        """As in "the Houthis, allies of Iran", "which enjoys the backing of the Emirates"."""
        if token.norm_ in self._data.allied and token.dep_ in {"appos", "attr"}:
            head: Token | None = token.head
            if token.dep_ == "attr":
                head = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        elif token.norm_ in self._data.allied and self._follows_name(token):
            head = token.doc[token.i - 2]
        elif token.norm_ in self._data.support and token.dep_ == "dobj":
            head = subject_of(token.head)
        elif token.norm_ in {"align", "ally"} and token.tag_ == "VBN":
            head = token.head if token.dep_ in {"acl", "relcl"} else subject_of(token)
        else:
            return
        if head is not None:
            head = phrase.antecedent(head)
            head = head.head if head.dep_ == "appos" and is_body(self._article, head.head) else head
        subject = self._party(head) if head is not None else None
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "with", "to", "from"}:
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.i in self._article.actors and subject:
                        self._add(
                            RelationKind.BACKED_BY,
                            subject,
                            mention_of.actor(self._article, noun),
                            "en.relation.allied",
                            min(token.i, head.i if head is not None else token.i),
                            noun.i + 1,
                        )

    def _follows_name(self, token: Token) -> bool:
        """As in "..., the Houthis, allies of Iran", whatever the parse makes of it."""
        doc = token.doc
        return token.i >= 2 and doc[token.i - 1].text == "," and token.i - 2 in self._article.actors

    def _apposition(self, token: Token) -> None:
        """As in "Shabaab, a branch of al Qaeda", "the HPG, armed wing of the PKK"."""
        if token.dep_ != "appos" and not (token.dep_ == "attr" and token.head.norm_ == "be"):
            return
        if token.norm_ not in {p.split()[0] for p in self._data.part} | {"wing", "arm", "branch"}:
            return
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    if noun.dep_ == "pobj" and is_body(self._article, noun):
                        head = token.head
                        if token.dep_ == "attr":
                            subjects = [c for c in head.children if c.dep_ == "nsubj"]
                            if not subjects:
                                return
                            head = subjects[0]
                        subject = self._party(head)
                        named = noun.i in self._article.actors or noun.pos_ == "PROPN"
                        if subject is not None and (named or subject.entity is not None):
                            self._add(
                                RelationKind.PART_OF,
                                subject,
                                mention_of.actor(self._article, noun),
                                "en.relation.part",
                                head.i,
                                noun.i + 1,
                            )

    def _verb(self, token: Token) -> None:
        if token.pos_ != "VERB":
            return
        for kind, subject, obj in self._clauses(token):
            start = min(subject.words.start, obj.words.start)
            end = max(subject.words.end, obj.words.end)
            key = (kind, subject.words.start, obj.words.start)
            if subject.words.start != obj.words.start:
                self._found.setdefault(
                    key,
                    RelationMention(
                        kind, subject, obj, self._article.chars(start, end), "en.relation.verb"
                    ),
                )

    def _clauses(self, verb: Token) -> Iterator[tuple[RelationKind, Mention, Mention]]:
        article = self._article
        if verb.norm_ in self._data.backed_by and verb.tag_ == "VBN":
            patient = (
                verb.head
                if verb.dep_ in {"acl", "relcl"}
                else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            )
            agent = next(
                (
                    n
                    for c in verb.children
                    if c.dep_ == "agent"
                    for n in c.children
                    if n.dep_ == "pobj"
                ),
                None,
            )
            if patient is not None and agent is not None:
                subject, obj = self._party(patient), self._party(agent)
                if subject is not None and obj is not None:
                    yield RelationKind.BACKED_BY, subject, obj
        elif verb.norm_ in self._data.backed_by and verb.tag_ in {"VBZ", "VBP", "VBD"}:
            yield from self._backs(verb)
        elif verb.norm_ in self._data.controls:
            place = next((c for c in verb.children if c.dep_ == "dobj"), None)
            if place is None and verb.dep_ == "relcl":
                place = verb.head
            party = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if place is not None and party is not None and place.i in article.places:
                subject = self._party(party)
                if subject is not None:
                    yield RelationKind.CONTROLS, subject, mention_of.place(article, place)
        elif verb.norm_ == "speak" and verb.dep_ == "relcl":
            for child in verb.children:
                if child.dep_ == "prep" and child.lower_ == "for":
                    for noun in child.children:
                        if noun.dep_ == "pobj" and verb.head.ent_type_ == "PERSON":
                            yield (
                                RelationKind.SPOKESPERSON_OF,
                                mention_of.actor(article, verb.head),
                                mention_of.actor(article, noun),
                            )
        elif verb.norm_ == "belong":
            subject_token = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            for child in verb.children:
                if child.dep_ == "prep" and child.lower_ == "to" and subject_token is not None:
                    for noun in child.children:
                        if noun.dep_ == "pobj" and is_body(article, noun):
                            subject = self._party(subject_token)
                            known = subject_token.pos_ == "PROPN" or (
                                subject is not None and subject.entity is not None
                            )
                            if subject is not None and known:
                                person = subject_token.ent_type_ == "PERSON"
                                yield (
                                    RelationKind.MEMBER_OF if person else RelationKind.PART_OF,
                                    subject,
                                    mention_of.actor(article, noun),
                                )
        elif verb.norm_ in {"host", "house", "station"}:
            if verb.norm_ == "station":
                forces = (
                    verb.head
                    if verb.dep_ == "acl"
                    else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
                )
                site = next(
                    (
                        n
                        for c in verb.children
                        if c.dep_ == "prep" and c.lower_ in {"at", "in"}
                        for n in c.children
                        if n.dep_ == "pobj"
                    ),
                    None,
                )
            else:
                forces = next((c for c in verb.children if c.dep_ == "dobj"), None)
                site = (
                    verb.head
                    if verb.dep_ in {"relcl", "acl"}
                    else next((c for c in verb.children if c.dep_ == "nsubj"), None)
                )
            if forces is not None and site is not None and self._is_forces(forces):
                yield (
                    RelationKind.HOSTS_FORCES_OF,
                    mention_of.target(article, site),
                    mention_of.actor(article, forces),
                )

    def _backs(self, verb: Token) -> Iterator[tuple[RelationKind, Mention, Mention]]:
        """As in "Iran sponsors the group", "groups that Iran sponsors"."""
        backer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        client = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if verb.dep_ == "relcl" and (client is None or phrase.antecedent(client) is not client):
            client = verb.head
        if backer is None or client is None or any(c.dep_ == "neg" for c in verb.children):
            return
        if phrase.antecedent(backer) is not backer:
            backer = phrase.antecedent(backer)
        subject, obj = self._party(client), self._party(backer)
        row = self._article.targets.get(client.i)
        armed = client.i in self._article.actors or (row is not None and row.person)
        if subject is not None and obj is not None and armed:
            yield RelationKind.BACKED_BY, subject, obj

    def _is_forces(self, token: Token) -> bool:
        row = self._article.targets.get(token.i)
        return (
            row is not None
            and row.person
            and phrase.modifier_name(self._article, token, phrase.span_of(self._article, token))
            is not None
        )
