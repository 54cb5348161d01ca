"""The lexicon: what a linguist may get wrong is refused in one line that names file and entry."""

from __future__ import annotations

import importlib
import importlib.resources
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import catalogue
import pytest
import spacy
import yaml

from extract.error import ConflictKGError
from extract.lang.ar.lexicon import Lexicon, WeaponClass
from extract.record import EventType
from tests.extract.lang.ar.reading import document

ROOM = "extract.lang.ar"
SHIPPED = Path(str(importlib.resources.files(ROOM) / "lexicon"))


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """A function that puts an edited copy of one lexicon file in the place of the shipped ones."""
    shutil.copytree(SHIPPED, tmp_path / "lexicon")
    files = importlib.resources.files

    def instead(package: object = None) -> object:
        name = getattr(package, "__name__", package)
        return tmp_path if str(name).startswith(ROOM) else files(package)  # type: ignore[arg-type]

    def edit(name: str, old: str, new: str) -> None:
        path = tmp_path / "lexicon" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        monkeypatch.setattr(importlib.resources, "files", instead)

    return edit


def fresh(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of the room imported anew, without what the process has loaded; undone after."""
    spacy.blank("ar")  # spaCy fills its registry at first use, which must not be this one
    monkeypatch.setattr(catalogue, "REGISTRY", dict(catalogue.REGISTRY))  # spaCy's components
    for module in [m for m in sys.modules if m.startswith(ROOM + ".")]:
        monkeypatch.delitem(sys.modules, module)
    room = importlib.import_module(ROOM)
    for attribute, value in list(vars(room).items()):
        if isinstance(value, ModuleType):
            monkeypatch.setattr(room, attribute, value)
    return importlib.import_module(f"{ROOM}.{name}")


def assert_refused(load: Callable[[], object], file: str, words: list[str]) -> None:
    with pytest.raises(ConflictKGError) as refusal:
        load()
    said = str(refusal.value)
    assert "\n" not in said
    assert file in said
    for word in words:
        assert word in said


BARRAGE = "      - {sg: رشقة, pl: [رشقات], gloss: salvo, type: missile_rocket_attack}"
MISTAKES = [
    ("nouns.yaml", BARRAGE, BARRAGE.replace("gloss", "glos"), ["رشقة"]),
    ("nouns.yaml", BARRAGE, BARRAGE.replace("gloss: salvo, ", ""), ["رشقة", "gloss"]),
    ("nouns.yaml", BARRAGE, BARRAGE.replace("missile_rocket_attack", "rocketry"), ["رشقة", "type"]),
    ("nouns.yaml", BARRAGE, f"{BARRAGE}\n{BARRAGE}", ["رشقة", "twice"]),
    ("nouns.yaml", "groups:", "groups: [", ["YAML"]),
    ("verbs.yaml", "gloss: pound,", "", ["دك", "gloss"]),
    ("verbs.yaml", "gloss: pound,", "gloss: pound, moon: full,", ["moon"]),
    ("verbs.yaml", "class: attack", "class: assault", ["class"]),
    (
        "verbs.yaml",
        "      - {past: انفجر, present: ينفجر, gloss: explode}",
        "      - {past: انفجر, present: ينفجر, gloss: explode}\n" * 2,
        ["انفجر", "twice"],
    ),
    ("reports.yaml", "gloss: say, kind: says", "gloss: say, kind: sings", ["قال", "kind"]),
    (
        "reports.yaml",
        "certainty: possible}\n  - {words: [على",
        "certainty: dim}\n  - {words: [على",
        ["certainty"],
    ),
    (
        "adjectives.yaml",
        "gloss: missile, weapon: missile",
        "gloss: missile, weapon: sling",
        ["weapon"],
    ),
    ("adjectives.yaml", "gloss: missile, weapon", "weapon", ["gloss"]),
    ("refine.yaml", "type: drone_strike", "type: droning", ["type"]),
    ("function.yaml", "tag: ", "label: ", []),
    ("clitics.yaml", ", gloss: one}", "}", ["gloss"]),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), MISTAKES)
def test_mistakes_are_refused_in_one_line(
    edited: Callable[[str, str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    old: str,
    new: str,
    words: list[str],
) -> None:
    edited(file, old, new)
    module = fresh("lexicon", monkeypatch)
    assert_refused(module.Lexicon.load, file, words)


def test_the_copy_as_it_is_loads(
    edited: Callable[[str, str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited("nouns.yaml", BARRAGE, BARRAGE.replace("salvo", "volley"))
    lexicon = fresh("lexicon", monkeypatch).Lexicon.load()
    assert lexicon.nouns["رشقه"][0][0].gloss == "volley"


TEXT = "قال ثلاثة شهود إن الجيش يقف وراء قصف القرية."
OTHERS = [
    ("numbers.yaml", "gloss: one}", "glos: one}", "numeral", ["units, entry 1", "gloss", "add it"]),
    ("numbers.yaml", "ثلاث], value: 3,", "ثلاث], value: three,", "numeral", ["entry 3", "three"]),
    ("numbers.yaml", "tens:", "teens:", "numeral", ["tens", "add it"]),
    ("numbers.yaml", "units:", "units: [", "numeral", ["not YAML", "line"]),
    ("domains.yaml", "least: 4", "lest: 4", "domain", ["domains, entry 1", "least", "sport"]),
    ("domains.yaml", "drills: [", "drills: 3 #", "domain", ["drills", "correct it"]),
    ("prepositions.yaml", "role: ", "rule: ", "reader", ["prepositions, entry 1, role", "add it"]),
    ("prepositions.yaml", "role: target", "role: goal", "reader", ["entry 2, role", "goal"]),
    ("discourse.yaml", "gloss: ", "glos: ", "reader", ["turns, entry 1, gloss", "add it"]),
    ("discourse.yaml", "turns:", "moon: full\nturns:", "reader", ["moon", "remove it"]),
    ("blame.yaml", "gloss: ", "glos: ", "reader", ["nouns, entry 1, gloss", "add it"]),
    ("blame.yaml", "behind: [", "behind: 1 #", "reader", ["behind", "correct it"]),
]
USES: dict[str, Callable[[ModuleType], object]] = {
    "numeral": lambda module: module.number_words(),
    "domain": lambda module: module.Domains.load(),
    "reader": lambda module: module.ArabicReader()(document(TEXT)),
}


@pytest.mark.parametrize(("file", "old", "new", "module", "words"), OTHERS)
def test_mistakes_in_the_smaller_files_are_refused_too(
    edited: Callable[[str, str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    old: str,
    new: str,
    module: str,
    words: list[str],
) -> None:
    edited(file, old, new)
    loaded = fresh(module, monkeypatch)
    assert_refused(lambda: USES[module](loaded), file, words)


def test_every_entry_has_an_english_gloss() -> None:
    def rows(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if "sg" in value or "past" in value else []
            return own + [row for inner in value.values() for row in rows(inner)]
        if isinstance(value, list):
            return [row for inner in value for row in rows(inner)]
        return []

    seen = 0
    for path in sorted(SHIPPED.glob("*.yaml")):
        for row in rows(yaml.safe_load(path.read_text(encoding="utf-8"))):
            seen += 1
            gloss = row.get("gloss")
            assert isinstance(gloss, str), (path.name, row)
            assert gloss.isascii() or gloss == "café", (path.name, row)
    assert seen > 900


@pytest.mark.parametrize(
    ("weapons", "kind"),
    [
        ({WeaponClass.DRONE, WeaponClass.AIRCRAFT}, EventType.DRONE_STRIKE),
        ({WeaponClass.MISSILE}, EventType.MISSILE_ROCKET_ATTACK),
        ({WeaponClass.CAR_BOMB, WeaponClass.IED}, EventType.SUICIDE_OR_CAR_BOMB),
        ({WeaponClass.ARTILLERY}, EventType.ARTILLERY_SHELLING),
        ({WeaponClass.SMALL_ARMS}, EventType.AMBUSH_OR_SHOOTING),
        ({WeaponClass.GROUND}, None),
        (set(), None),
    ],
)
def test_weapons_tell_the_type(weapons: set[WeaponClass], kind: EventType | None) -> None:
    assert Lexicon.load().refine(weapons) is kind


def test_the_lexicon_is_loaded_once() -> None:
    assert Lexicon.load() is Lexicon.load()
