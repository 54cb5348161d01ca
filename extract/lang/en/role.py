"""From slots to roles: who acted, what was hit, with what, where."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from extract.analysis import Mention, MentionKind, Predication
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.coreference import is_pronoun, resolve
from extract.lang.en.lexicon import Frame
from extract.lang.en.lexicon.schema import Role
from extract.lang.en.party import is_party, is_place, owner_of
from extract.lang.en.slot import Filler
from extract.record import EventType, TargetKind

_PLACE_SLOTS = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "over",
        "off",
        "along",
        "between",
        "beside",
        "within",
        "on",
        "from",
        "into",
        "to",
        "through",
    ]
)
_NO_TARGET = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})


def _counted(token: Token, amounts: tuple[str, ...]) -> Token:
    """As in "25 of the 38 missiles", "a number of soldiers": the noun that is counted."""
    if token.pos_ == "NUM" or token.norm_ in amounts:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.pos_ in {"NOUN", "PROPN"}:
                        return noun
    return token


class Cast:
    """Fills the roles of one predication."""

    def __init__(self, article: Article, predication: Predication, own: Token) -> None:
        self.article = article
        self._classes = article.lexicon.classes
        self.predication = predication
        self.own = own
        self.platforms: list[EventType] = []
        self.munition = False
        self.flying_target = False
        self.incoming = False
        self.named_place = False
        self.linked: list[int] = []
        self._people: set[int] = set()

    def fill(self, frame: Frame, fillers: Iterable[Filler]) -> None:
        """Give every filler its role."""
        for filler in fillers:
            role = frame.get(filler.slot)
            if role is None or role == "none":
                continue
            if filler.depth > 1 and role not in {"place", "hit"}:
                continue
            for token in phrase.conjuncts(filler.token):
                self._give(role, filler, token)

    def _give(self, role: Role, filler: Filler, token: Token) -> None:
        article = self.article
        if token.i == self.own.i or token.ent_type_ in {"DATE", "TIME"} or token.lower_ == "whose":
            return
        if is_pronoun(token):
            found = resolve(article, token)
            if found is None or found.i == self.own.i:
                return
            if role in {"target", "hit"} and (
                token.lower_ in {"it", "its", "their"} or self._acts(found)
            ):
                return
            token = found
        token = _counted(token, self._classes.amounts)
        if token.i in article.nouns and token.i not in article.weapons:
            self.linked.append(token.i)
            return
        if role == "target" and filler.depth >= 1 and self._is_inside(token):
            role = "place"
        if filler.slot in {"modifier", "possessor"} and role in {"doer", "weapon", "clash"}:
            self._modifier(token, filler.slot)
        elif role == "doer":
            self._doer(token)
        elif role == "clash":
            if is_party(self.article, token):
                self._agent(token)
        elif role == "weapon":
            self._weapon_or(token, filler)
        elif role == "launch":
            self._launch(token)
        elif role == "target":
            self._target(token, filler)
        elif role == "hit":
            self._hit(token, filler)
        elif role == "place":
            self._place(token)

    def _is_inside(self, token: Token) -> bool:
        """Whether the noun hangs on another noun that is no weapon: "positions on Mount Hermon"."""
        holder = token.head.head if token.head.dep_ == "prep" else token
        return (
            holder.pos_ in {"NOUN", "PROPN"}
            and holder.i not in self.article.weapons
            and holder != self.own
        )

    def _acts(self, token: Token) -> bool:
        return any(a.words.start <= token.idx < a.words.end for a in self.predication.agents)

    def forget_people(self) -> None:
        """Leave out targets of whom no more is said than that they were people."""
        self.predication.targets = [
            m for m in self.predication.targets if m.words.start not in self._people
        ]

    def arm(self) -> None:
        """Add what the doers are armed with, once the type of the act is settled."""
        for agent in list(self.predication.agents):
            span = self.article.doc.char_span(
                agent.words.start, agent.words.end, alignment_mode="expand"
            )
            for child in span.root.children if span is not None else ():
                if child.dep_ in {"acl", "amod"} and child.norm_ in {"arm", "armed", "equip"}:
                    for prep in child.children:
                        for noun in prep.children if prep.lower_ == "with" else ():
                            for token in phrase.conjuncts(noun):
                                if token.i in self.article.weapons:
                                    mention = mention_of.weapon(self.article, token)
                                    self._add(self.predication.weapons, mention)

    # -- single roles

    def _modifier(self, token: Token, slot: str) -> None:
        named = self.article.actors.get(token.i)
        weapon = self.article.weapons.get(token.i)
        if named is not None and named.state and slot == "modifier" and not token.text.isupper():
            if token.i in self.article.places:
                self._add(self.predication.places, mention_of.place(self.article, token))
        elif named is not None and (named.armed or named.demonym):
            mention = (
                mention_of.actor(self.article, token)
                if slot == "possessor"
                else mention_of.adjective(self.article, named)
            )
            self._add_agent(mention)
        elif weapon is not None and not weapon[1].platform:
            if slot == "modifier" and token.dep_ == "compound" and weapon[1].type is not None:
                self._add(self.predication.weapons, mention_of.weapon(self.article, token))
        elif (
            (slot == "possessor" and is_party(self.article, token))
            or (
                token.norm_ in {"militant", "rebel", "jihadist", "insurgent", "terrorist"}
                and token.dep_ == "compound"
            )
            or (
                token.ent_type_ in {"NORP", "ORG"}
                and token.pos_ in {"PROPN", "ADJ"}
                and slot == "modifier"
            )
        ):
            self._agent(token)

    def _doer(self, token: Token) -> None:
        weapon = self.article.weapons.get(token.i)
        if weapon is not None:
            self._weapon_with_owner(token)
            return
        owner = owner_of(self.article, token)
        if owner is not None:
            self._agent(owner)
        elif is_party(self.article, token):
            self._agent(token)

    def _weapon_with_owner(self, token: Token) -> None:
        """As in "Israeli jets": the weapon, and its owner as the doer."""
        article = self.article
        row = article.weapons[token.i][1]
        span = phrase.span_of(article, token)
        named = phrase.modifier_name(article, token, span)
        again = token.dep_ == "conj" and token.head.i in article.weapons
        if row.platform and named is None and (again or phrase.is_definite(token)):
            if row.type is not None:
                self.platforms.append(row.type)
            return
        if row.platform and named is not None:
            self._add_agent(mention_of.actor(article, token))
        else:
            self._add(self.predication.weapons, mention_of.weapon(article, token))
            if named is not None:
                self._add_agent(mention_of.adjective(article, named))
        if row.type is not None:
            self.platforms.append(row.type)
        self.munition |= row.munition
        self._owner(token)

    def _owner(self, token: Token) -> None:
        """The doer on the weapon: "missiles from Hezbollah", "a bomb set off by militants"."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"from", "of"}:
                for noun in child.children:
                    named = self.article.actors.get(noun.i)
                    known = named is not None and named.armed and not named.state
                    if noun.dep_ == "pobj" and known:
                        self._agent(noun)
            elif child.dep_ == "acl" and child.tag_ == "VBN":
                for agent in child.children:
                    if agent.dep_ == "agent":
                        for noun in agent.children:
                            if noun.dep_ == "pobj" and is_party(self.article, noun):
                                self._agent(noun)
                    elif (
                        agent.dep_ == "prep"
                        and agent.lower_ == "from"
                        and child.norm_ in {"fire", "launch", "shoot"}
                    ):
                        for noun in agent.children:
                            if noun.dep_ == "pobj":
                                self._launch(noun)

    def _weapon_or(self, token: Token, filler: Filler) -> None:
        if token.i in self.article.weapons:
            self._weapon_with_owner(token)
        elif filler.slot == "subject" and is_party(self.article, token):
            self._agent(token)

    def _launch(self, token: Token) -> None:
        named = self.article.actors.get(token.i)
        party = named is not None and not named.state and token.i not in self.article.places
        if party and is_party(self.article, token):
            return
        if is_place(self.article, token) or token.norm_ in self._classes.launches:
            self._add(self.predication.launches, mention_of.place(self.article, token))

    def _target(self, token: Token, filler: Filler) -> None:
        article = self.article
        if token.lower_ in {"one", "ones", "those", "us", "me"}:
            return
        if token.norm_ in self._classes.ways and filler.slot in {"on", "along", "at", "near", "in"}:
            self._place(token)
            return
        weapon = article.weapons.get(token.i)
        tool = filler.slot in {"with", "using", "of"}
        if weapon is not None and tool and not (weapon[1].flying or weapon[1].platform):
            self._add(self.predication.weapons, mention_of.weapon(article, token))
            return
        if weapon is not None and weapon[1].flying:
            self.flying_target = True
            self.incoming |= weapon[1].munition
        row = article.targets.get(token.i)
        known = token.i in article.actors or token.i in article.places
        named = token.ent_type_ in {"PERSON", "ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"}
        if token.ent_type_ in _NO_TARGET and row is None:
            return
        if row is None and not known and not named and weapon is None:
            if filler.slot != "object" or token.pos_ not in {"NOUN", "PROPN"}:
                return
            if token.norm_ in self._classes.no_targets:
                return
        mention = mention_of.target(article, token)
        if token.norm_ in self._classes.people and not any(
            c.dep_ in {"amod", "compound", "relcl", "acl"} for c in token.children
        ):
            self._people.add(mention.words.start)
        is_area = (token.i in article.places or token.ent_type_ in {"GPE", "LOC"}) and row is None
        if is_area and token.i not in article.actors:
            self._place(token)
            if filler.slot not in {"object", "on", "against"}:
                return
        elif is_area:
            if filler.slot != "against":
                self._place(token)
            if filler.slot not in {"object", "against"}:
                return
        self._add(self.predication.targets, mention)
        self._place_in(token)

    def _hit(self, token: Token, filler: Filler) -> None:
        row = self.article.targets.get(token.i)
        loose = token.norm_ in self._classes.places and filler.slot in {"in", "near"}
        place = token.pos_ == "PROPN" and (
            token.i in self.article.places or token.ent_type_ in {"GPE", "LOC"}
        )
        way = token.norm_ in self._classes.ways and filler.slot in {
            "on",
            "along",
            "at",
            "near",
            "in",
        }
        if row is None or row.kind is TargetKind.OTHER or loose or place or way:
            self._place(token)
            return
        self._target(token, filler)

    def _place(self, token: Token) -> None:
        if is_place(self.article, token):
            mention = mention_of.place(self.article, token)
            self.named_place |= mention.entity is not None or token.ent_type_ in {
                "GPE",
                "LOC",
                "FAC",
            }
            self._add(self.predication.places, mention)
        self._place_in(token)

    def _place_in(self, token: Token) -> None:
        """Places that hang on a target or place: "a school in Nuseirat"."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _PLACE_SLOTS | {"of"}:
                for noun in child.children:
                    if (
                        noun.dep_ == "pobj"
                        and is_place(self.article, noun)
                        and noun.ent_type_ != "DATE"
                    ):
                        if child.lower_ == "of" and noun.i not in self.article.places:
                            continue
                        self._add(self.predication.places, mention_of.place(self.article, noun))
            elif child.dep_ in {"compound", "poss", "nmod"} and child.i in self.article.places:
                adjective = child.i in self.article.actors and child.text.isupper()
                if not adjective:
                    self._add(self.predication.places, mention_of.place(self.article, child))

    def _agent(self, token: Token) -> None:
        self._add_agent(mention_of.actor(self.article, token))

    def _add_agent(self, mention: Mention) -> None:
        self._add(self.predication.agents, mention)

    @staticmethod
    def _add(mentions: list[Mention], mention: Mention) -> None:
        for known in mentions:
            if known.words.start < mention.words.end and mention.words.start < known.words.end:
                return
        mentions.append(mention)


def is_armed(mention: Mention) -> bool:
    """Whether the mention names an armed party."""
    return mention.target_kind in {TargetKind.ARMED_GROUP, TargetKind.STATE_FORCES} or (
        mention.kind is MentionKind.ACTOR and mention.entity is not None
    )
