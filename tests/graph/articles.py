"""Made-up articles about made-up places, with the records that an extractor would make of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from extract.document import Document
from extract.record import (
    Attribution,
    Basis,
    CasualtyEstimate,
    CasualtyStatus,
    Certainty,
    ClaimKind,
    Damage,
    DatePrecision,
    Dating,
    Event,
    EventStatus,
    EventType,
    LaunchPlace,
    Motive,
    Party,
    Perpetrator,
    Place,
    Record,
    Relation,
    RelationKind,
    Source,
    SourceKind,
    Target,
    TargetKind,
    Weapon,
)
from extract.span import Found, Span
from graph.mapping import ActorEntry, PlaceEntry
from graph.run import Run

STARTED = datetime(2031, 1, 2, 3, 4, 5, tzinfo=UTC)
RUN = Run(software="conflictkg", version="0.0.0", started=STARTED)

SENTENCES = (
    "سقطت ستة صواريخ على قاعدة الصنوبر في بلدة رندة يوم الاثنين.",
    "وقالت مصادر محلية إن كتيبة الوادي أطلقت الصواريخ من تل الغراب.",
    "ونفت كتيبة الوادي مسؤوليتها عن الهجوم.",
    "ورجح العقيد نادر سالم، ناقلا عنه وكالة الأفق، مقتل ثلاثة جنود على الأقل.",
    "وتضرر مبنيان، وردت القوات بقصف مدفعي.",
    "وتعد كتيبة الوادي مدعومة من جمهورية السهل.",
)


class Text:
    """A text made of sentences, that finds words in it."""

    def __init__(self, *sentences: str) -> None:
        self.text = " ".join(sentences)
        self.sentences = [self.span(sentence) for sentence in sentences]

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Span(text=words, start=start, end=start + len(words))

    def found(self, words: str, after: str = "") -> dict[str, object]:
        span = self.span(words, after)
        number = next(
            n for n, s in enumerate(self.sentences) if s.start <= span.start and span.end <= s.end
        )
        return {
            "text": words,
            "start": span.start,
            "end": span.end,
            "sentence": number,
            "rule": "by hand",
            "confidence": 0.9,
        }


def source(text: Text, words: str, kind: SourceKind, english: str, entity: str = "") -> Source:
    span = text.span(words)
    return Source(**span.model_dump(), kind=kind, canonical_en=english, entity=entity or None)


def attribution(text: Text, cue: str, after: str = "", **fields: object) -> Attribution:
    span = text.span(cue, after)
    number = next(
        n for n, s in enumerate(text.sentences) if s.start <= span.start and span.end <= s.end
    )
    return Attribution.model_validate(
        {"cue_span": span, "sentence": number, "rule": "cue", "confidence": 0.8, **fields}
    )


def document(
    text: str = " ".join(SENTENCES),
    *,
    id: str = "a1",  # noqa: A002 - the name of the field
    publisher: str | None = "صحيفة الضفة",
    url: str | None = None,
    published: date | None = date(2031, 5, 7),
    lang: str = "ar",
    title: str | None = None,
) -> Document:
    return Document(
        id=id,
        text=text,
        lang=lang,
        publisher=publisher,
        url=url,
        published=published,
        title=title,
        source=f"{id}.jsonl:1",
    )


def record(doc: Document, events: list[Event] | None = None, **fields: object) -> Record:
    return Record.model_validate(
        {
            "id": doc.id,
            "key": doc.key,
            "lang": doc.lang,
            "title": doc.title,
            "published": doc.published.isoformat() if doc.published else None,
            "publisher": doc.publisher,
            "url": doc.url,
            "text_sha256": doc.text_sha256,
            "text_length": len(doc.text),
            "events": events or [],
            **fields,
        }
    )


def full_record(doc: Document | None = None) -> Record:
    """A record with a fact of every kind."""
    doc = doc or document()
    text = Text(*SENTENCES)
    attack = Event(
        **text.found("سقطت ستة صواريخ"),
        id="e1",
        type=EventType.MISSILE_ROCKET_ATTACK,
        status=EventStatus.HAPPENED,
        dating=Dating(
            **text.found("يوم الاثنين"),
            earliest="2031-05-05",
            latest="2031-05-05",
            precision=DatePrecision.DAY,
        ),
        place=Place(**text.found("رندة"), canonical_en="Randa", country="QQ", entity="randa"),
        perpetrators=[
            Perpetrator(
                **text.found("كتيبة الوادي"),
                canonical_en="Wadi Battalion",
                entity="wadi-battalion",
                basis=Basis.ATTRIBUTED,
            )
        ],
        targets=[
            Target(
                **text.found("قاعدة الصنوبر"),
                canonical_en="Pine Base",
                entity="pine-base",
                kind=TargetKind.BASE,
            )
        ],
        weapons=[Weapon(**text.found("ستة صواريخ"), canonical_en="rockets", count=6)],
        launched_from=[LaunchPlace(**text.found("تل الغراب"), canonical_en="Crow Hill")],
        casualties=[
            CasualtyEstimate(
                **text.found("ثلاثة جنود على الأقل"),
                status=CasualtyStatus.KILLED,
                victims="soldiers",
                low=3,
            )
        ],
        damages=[Damage(**text.found("تضرر مبنيان"), object="two buildings", count=2)],
        mentions=[Found(**text.found("الهجوم"))],
        attributions=[
            attribution(
                text,
                "قالت",
                source=source(text, "مصادر محلية", SourceKind.LOCAL_SOURCES, "local sources"),
                claim=ClaimKind.PERPETRATOR,
                about=["perpetrators/0", "launched_from/0"],
                certainty=Certainty.CERTAIN,
                reporting_verb="قالت",
            ),
            attribution(
                text,
                "نفت",
                source=source(
                    text,
                    "كتيبة الوادي",
                    SourceKind.ARMED_GROUP,
                    "Wadi Battalion",
                    "wadi-battalion",
                ),
                claim=ClaimKind.DENIAL,
                about=["perpetrators/0"],
                certainty=Certainty.DENIED,
            ),
            attribution(
                text,
                "رجح",
                source=source(text, "العقيد نادر سالم", SourceKind.MILITARY, "Col. Nadir Salim"),
                relayed_by=[source(text, "وكالة الأفق", SourceKind.MEDIA, "Ufuq Agency")],
                claim=ClaimKind.CASUALTIES,
                about=["casualties/0"],
                certainty=Certainty.PROBABLE,
                said_on="2031-05-06",
            ),
        ],
    )
    answer = Event(
        **text.found("قصف مدفعي"),
        id="e2",
        type=EventType.ARTILLERY_SHELLING,
        status=EventStatus.HAPPENED,
        perpetrators=[
            Perpetrator(
                **text.found("القوات"),
                canonical_en="the forces",
                basis=Basis.STATED_AS_FACT,
            )
        ],
        motives=[Motive(**text.found("ردت"))],
        caused_by="e1",
        cause=Found(**text.found("ردت القوات")),
    )
    relation = Relation(
        **text.found("مدعومة من"),
        kind=RelationKind.BACKED_BY,
        subject_span=Party(
            **text.span("كتيبة الوادي").model_dump(),
            canonical_en="Wadi Battalion",
            entity="wadi-battalion",
        ),
        object_span=Party(
            **text.span("جمهورية السهل").model_dump(), canonical_en="Republic of the Plain"
        ),
    )
    return record(doc, [attack, answer], sentences=text.sentences, relations=[relation])


class MadeUp:
    """Reference data of the made-up country."""

    actors = {  # noqa: RUF012 - never written to
        "wadi-battalion": ActorEntry(
            id="wadi-battalion",
            label_ar="كتيبة الوادي",
            label_en="Wadi Battalion",
            kind="armed_group",
            member_of=("valley-front",),
            wikidata="Q1",
        ),
        "valley-front": ActorEntry(
            id="valley-front",
            label_ar="جبهة الوادي",
            label_en="Valley Front",
            kind="armed_group",
        ),
        "q-state": ActorEntry(id="q-state", label_ar="دولة كيو", label_en="Q", kind="state"),
        "plain-army": ActorEntry(
            id="plain-army", label_ar="جيش السهل", label_en="Plain Army", kind="state_forces"
        ),
    }
    places = {  # noqa: RUF012 - never written to
        "randa": PlaceEntry(
            id="randa",
            label_ar="رندة",
            label_en="Randa",
            precision="town",
            lat=35.5,
            lon=40.25,
            country="QQ",
            within="qq",
        ),
        "qq": PlaceEntry(id="qq", label_ar="بلاد كيو", label_en="Q Land", precision="country"),
        "pine-base": PlaceEntry(
            id="pine-base",
            label_ar="قاعدة الصنوبر",
            label_en="Pine Base",
            precision="site",
            facility="military_base",
            within="randa",
            operator="plain-army",
        ),
    }

    def actor(self, entity: str) -> ActorEntry | None:
        return self.actors.get(entity)

    def place(self, entity: str) -> PlaceEntry | None:
        return self.places.get(entity)

    def acting(self, place: str) -> str | None:
        return "q-state" if place == "qq" else None

    def outlet(self, name: str) -> str | None:  # noqa: ARG002 - the protocol's signature
        return None

    def named(self, name: str) -> str | None:
        found = [a.id for a in self.actors.values() if name in {a.label_ar, a.label_en}]
        return found[0] if found else None


def short_event(text: Text, **fields: object) -> Event:
    """An event of two facts: a type and an anchor, with more facts as given."""
    return Event.model_validate(
        {
            **text.found("سقطت ستة صواريخ"),
            "id": "e1",
            "type": EventType.MISSILE_ROCKET_ATTACK,
            "status": EventStatus.HAPPENED,
            **fields,
        }
    )


def short_record(*events: Event, doc: Document | None = None, **fields: object) -> Record:
    text = Text(*SENTENCES)
    return record(doc or document(), list(events), sentences=text.sentences, **fields)
