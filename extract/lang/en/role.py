"""From slots to roles: who acted, what was hit, with what, where."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from extract.analysis import Mention, MentionKind, Predication
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.coreference import is_pronoun, resolve
from extract.lang.en.lexicon import Frame
from extract.lang.en.lexicon.schema import Role
from extract.lang.en.slot import Filler
from extract.record import EventType, TargetKind

_PLACE_SLOTS = frozenset(
    "in at near outside inside around across over off along between beside within on from into to through".split()
)
_NO_TARGET = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})
_FORCES = frozenset(
    {"defence", "defense", "artillery", "gunner", "fire", "airpower", "intelligence"}
)
_LOOSE_PLACES = frozenset(
    "area district province region city town village camp road highway street outskirts suburb valley coast border north south east west centre center heart sea strait gulf island neighbourhood neighborhood county township sector governorate state desert airport port territory waters mountains river frontier stretch quarter market capital compound".split()
)


class Cast:
    """Fills the roles of one predication."""

    def __init__(self, article: Article, predication: Predication, own: Token) -> None:
        self.article = article
        self.predication = predication
        self.own = own
        self.platforms: list[EventType] = []
        self.munition = False
        self.flying_target = False
        self.named_place = False
        self.by_agent = False
        self.linked: list[int] = []

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
        if token.i in article.nouns and token.i not in article.weapons:
            self.linked.append(token.i)
            return
        if filler.slot in {"modifier", "possessor"} and role in {"doer", "weapon", "clash"}:
            self._modifier(token, filler.slot)
        elif role == "doer":
            self._doer(token, filler)
        elif role == "clash":
            if self._is_party(token):
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
            self._place(token, filler)

    def _acts(self, token: Token) -> bool:
        return any(a.words.start <= token.idx < a.words.end for a in self.predication.agents)

    # -- single roles

    def _modifier(self, token: Token, slot: str) -> None:
        named = self.article.actors.get(token.i)
        weapon = self.article.weapons.get(token.i)
        if named is not None and named.state and slot == "modifier":
            if token.i in self.article.places:
                self._add(self.predication.places, phrase.place(self.article, token))
        elif named is not None and (named.armed or named.demonym):
            mention = (
                phrase.actor(self.article, token)
                if slot == "possessor" or not named.demonym
                else phrase.adjective(self.article, named)
            )
            self._add_agent(mention)
        elif weapon is not None and not weapon[1].platform:
            if slot == "modifier" and token.dep_ == "compound" and weapon[1].type is not None:
                self._add(self.predication.weapons, phrase.weapon(self.article, token))
        elif slot == "possessor" and self._is_party(token):
            self._agent(token)
        elif (
            token.norm_ in {"militant", "rebel", "jihadist", "insurgent", "terrorist"}
            and token.dep_ == "compound"
        ):
            self._agent(token)
        elif (
            token.ent_type_ in {"NORP", "ORG"}
            and token.pos_ in {"PROPN", "ADJ"}
            and slot == "modifier"
        ):
            self._agent(token)

    def _doer(self, token: Token, filler: Filler) -> None:
        weapon = self.article.weapons.get(token.i)
        if weapon is not None:
            self._weapon_with_owner(token)
            return
        if self._is_party(token):
            self.by_agent |= filler.slot == "by"
            self._agent(token)

    def _weapon_with_owner(self, token: Token) -> None:
        """ "Israeli jets": the weapon, and its owner as the doer."""
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
            self._add_agent(phrase.actor(article, token))
        else:
            self._add(self.predication.weapons, phrase.weapon(article, token))
            if named is not None:
                self._add_agent(phrase.adjective(article, named))
        if row.type is not None:
            self.platforms.append(row.type)
        self.munition |= row.munition
        self._owner(token)

    def _owner(self, token: Token) -> None:
        """ "missiles from Hezbollah", "a bomb set off by militants": the doer hangs on the weapon."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"from", "of"}:
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.i in self.article.actors:
                        if (
                            self.article.actors[noun.i].armed
                            and not self.article.actors[noun.i].state
                        ):
                            self._agent(noun)
            elif child.dep_ == "acl" and child.tag_ == "VBN":
                for agent in child.children:
                    if agent.dep_ == "agent":
                        for noun in agent.children:
                            if noun.dep_ == "pobj" and self._is_party(noun):
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
        elif filler.slot == "subject" and self._is_party(token):
            self._agent(token)

    def _launch(self, token: Token) -> None:
        if token.i in self.article.actors and not self.article.actors[token.i].state:
            if self._is_party(token) and token.i not in self.article.places:
                return
        if self._is_place(token) or token.norm_ in {
            "spot",
            "location",
            "point",
            "place",
            "ship",
            "position",
        }:
            self._add(self.predication.launches, phrase.place(self.article, token))

    def _target(self, token: Token, filler: Filler) -> None:
        article = self.article
        if token.lower_ in {"one", "ones", "those", "us", "me"}:
            return
        weapon = article.weapons.get(token.i)
        if weapon is not None and not (weapon[1].flying or weapon[1].platform):
            if filler.slot in {"with", "using", "of"} or token.i not in article.targets:
                self._add(self.predication.weapons, phrase.weapon(article, token))
                return
        if weapon is not None and weapon[1].flying:
            self.flying_target = True
        row = article.targets.get(token.i)
        known = token.i in article.actors or token.i in article.places
        named = token.ent_type_ in {"PERSON", "ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"}
        if token.ent_type_ in _NO_TARGET and row is None:
            return
        if row is None and not known and not named and weapon is None:
            if filler.slot != "object" or token.pos_ not in {"NOUN", "PROPN"}:
                return
            if token.norm_ in {
                "responsibility",
                "fire",
                "way",
                "number",
                "toll",
                "blow",
                "damage",
                "life",
                "control",
                "war",
                "credit",
            }:
                return
        mention = phrase.target(article, token)
        is_area = (token.i in article.places or token.ent_type_ in {"GPE", "LOC"}) and row is None
        if is_area and token.i not in article.actors:
            self._place(token, filler)
            if filler.slot not in {"object", "on", "against"}:
                return
        elif is_area:
            self._place(token, filler)
            if filler.slot not in {"object", "against"}:
                return
        self._add(self.predication.targets, mention)
        self._place_in(token)

    def _hit(self, token: Token, filler: Filler) -> None:
        row = self.article.targets.get(token.i)
        loose = token.norm_ in _LOOSE_PLACES and filler.slot in {"in", "near"}
        if row is None or row.kind is TargetKind.OTHER or loose:
            self._place(token, filler)
            return
        self._target(token, filler)

    def _place(self, token: Token, filler: Filler) -> None:
        if self._is_place(token):
            mention = phrase.place(self.article, token)
            self.named_place |= mention.entity is not None or token.ent_type_ in {
                "GPE",
                "LOC",
                "FAC",
            }
            self._add(self.predication.places, mention)
        self._place_in(token)

    def _place_in(self, token: Token) -> None:
        """Places that hang on a target or place: "a school in Nuseirat", "Nuseirat, central Gaza"."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _PLACE_SLOTS | {"of"}:
                for noun in child.children:
                    if noun.dep_ == "pobj" and self._is_place(noun) and noun.ent_type_ != "DATE":
                        if child.lower_ == "of" and noun.i not in self.article.places:
                            continue
                        self._add(self.predication.places, phrase.place(self.article, noun))
            elif child.dep_ in {"compound", "poss", "nmod"} and child.i in self.article.places:
                if child.i not in self.article.actors:
                    self._add(self.predication.places, phrase.place(self.article, child))

    def _is_place(self, token: Token) -> bool:
        article = self.article
        row = article.targets.get(token.i)
        if token.i in article.places or token.ent_type_ in {"GPE", "LOC", "FAC"}:
            return True
        if row is not None and row.person:
            return False
        if token.ent_type_ in {"DATE", "TIME", "PERSON", "ORG", "NORP", "CARDINAL"}:
            return False
        span = phrase.span_of(article, token, of=True)
        has_name = any(
            i in article.places or article.doc[i].ent_type_ in {"GPE", "LOC", "FAC"}
            for i in range(span.start, span.end)
        )
        if has_name and (token.norm_ in _LOOSE_PLACES or row is not None):
            return True
        if (
            token.pos_ == "PROPN"
            and token.i not in article.actors
            and token.i not in article.weapons
        ):
            return True
        return token.norm_ in _LOOSE_PLACES and any(t.pos_ == "PROPN" for t in span)

    def _is_party(self, token: Token) -> bool:
        article = self.article
        row = article.targets.get(token.i)
        named = article.actors.get(token.i)
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"}:
            return False
        if named is not None:
            return True
        if row is not None and (row.person or not self._is_force(token)):
            return row.person
        if token.ent_type_ in {"ORG", "NORP", "PERSON", "GPE"}:
            return True
        owner = phrase.modifier_name(article, token, phrase.span_of(article, token, of=False))
        if owner is not None and owner.armed and token.i not in article.places:
            return row is not None or token.norm_ in _FORCES
        return token.norm_ in {
            "junta",
            "regime",
            "government",
            "side",
            "commander",
            "air force",
            "man",
        }

    def _is_force(self, token: Token) -> bool:
        """ "Houthi air defences", "the Israeli navy ship": things that stand for those who work them."""
        row = self.article.targets.get(token.i)
        return row is not None and row.kind in {
            TargetKind.MILITARY_POSITION,
            TargetKind.AIRCRAFT,
            TargetKind.SHIP,
            TargetKind.VEHICLE,
        }

    def _agent(self, token: Token) -> None:
        self._add_agent(phrase.actor(self.article, token))

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
