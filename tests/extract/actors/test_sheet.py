"""Mistakes in the data files: each is told in one clear line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.actors import ActorDataError
from extract.actors.__main__ import main
from extract.actors.compiled import compile_data, load
from extract.actors.schema import ActorsFile
from extract.actors.sheet import parse
from extract.actors.source import ACTOR_FILES, HERE, sources

GOOD = "{id: a-b, kind: media, label_ar: اسم, label_en: Name}"


SMALL = {
    "states": "states: [{id: oman, iso: OM, label_ar: سلطنة عمان, label_en: Oman}]\n",
    "patterns": """patterns:
  - role: armed_forces
    kind: state_forces
    basic: true
    label_ar: "الجيش {the_masc}"
    label_en: "{adj} army"
    variants_ar: ["القوات {the_fem}"]
    parent: state
""",
    "demonyms": "demonyms:\n  - {id: oman, kind: nation, gloss: Omani, country: OM,"
    " nisba: [عماني], english: [Omani]}\n",
    "generic": "{nouns: [], sources: [], modifiers: [], titles: []}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(HERE / "kinds.yaml", tmp_path)
    for name in ACTOR_FILES:
        row = GOOD.replace("a-b", name).replace("اسم", "ا" * (3 + ACTOR_FILES.index(name)))
        row = row.replace("Name", f"Name of {name}")
        (tmp_path / f"{name}.yaml").write_text(f"actors:\n  - {row}\n", encoding="utf-8")
    for name, text in SMALL.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def add(folder: Path, row: str, file: str = "groups.yaml") -> None:
    path = folder / file
    path.write_text(f"{path.read_text(encoding='utf-8')}  - {row}\n", encoding="utf-8")


def test_a_good_row_is_read() -> None:
    (row,) = parse(f"actors: [{GOOD}]", ActorsFile, "x.yaml").actors
    assert row.label_ar == "اسم"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("actors: [}", "x.yaml:1: not valid YAML"),
        ("actors: [{id: a}]", "x.yaml: actors[0] (id a).label_ar: Field required"),
        (f"actors: [{GOOD[:-1]}, colour: red}}]", "(id a-b).colour: Extra inputs"),
        (f"actors: [{GOOD}]\nmore: 1", "x.yaml: more: Extra inputs"),
        ("actors: [{id: A, kind: media, label_ar: اسم, label_en: N}]", ".id: String should match"),
        ("actors: [{id: a, kind: club, label_ar: اسم, label_en: N}]", ".kind: Input should be"),
        ("actors: [{id: a, kind: media, label_ar: Name, label_en: N}]", ".label_ar: String should"),
        (
            f"actors: [{GOOD.replace('Name', 'اسم')}]",
            ".label_en: String should",
        ),
        (f"actors: [{GOOD[:-1]}, country: Syria}}]", ".country: String should match"),
        (f"actors: [{GOOD[:-1]}, wikidata: 12}}]", ".wikidata"),
        ("- 1", "x.yaml: file: Input should be"),
    ],
)
def test_a_broken_row_is_told_with_file_and_place(text: str, message: str) -> None:
    with pytest.raises(ActorDataError) as caught:
        parse(text, ActorsFile, "x.yaml")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("{name: Name}", "(id a-b).variants_ar[0].name: String should"),
        ("{name: اسم, loud: true}", "(id a-b).variants_ar[0].loud: Extra"),
        ("Name", "(id a-b).variants_ar[0]: String should"),
    ],
)
def test_a_broken_name_is_told_with_its_place(name: str, message: str) -> None:
    with pytest.raises(ActorDataError) as caught:
        parse(f"actors: [{GOOD[:-1]}, variants_ar: [{name}]}}]", ActorsFile, "x.yaml")
    assert message in str(caught.value)


def test_needs_without_ambiguous_are_refused() -> None:
    row = GOOD[:-1] + ", variants_ar: [{name: النصر, needs: [حلب]}]}"
    with pytest.raises(ActorDataError, match="ambiguous"):
        parse(f"actors: [{row}]", ActorsFile, "x.yaml")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{id: media, kind: media, label_ar: لللل, label_en: Llll}", "'media' is used 2 times"),
        ("{id: a, kind: media, label_ar: لللل, label_en: Llll, parent: nobody}", "parent names"),
        ("{id: a, kind: media, label_ar: لللل, label_en: Llll, backed_by: [nobody]}", "backed_by"),
        (
            "{id: a, kind: media, label_ar: لللل, label_en: Llll, parent: a}",
            "the actor itself",
        ),
        (
            "{id: a, kind: media, label_ar: الجيش العماني, label_en: Llll}",
            "also a name of another actor",
        ),
    ],
)
def test_breaches_across_files_are_refused(folder: Path, row: str, message: str) -> None:
    add(folder, row)
    with pytest.raises(ActorDataError) as caught:
        sources(folder)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_circle_of_parents_is_refused(folder: Path) -> None:
    add(folder, "{id: a, kind: media, label_ar: لللل, label_en: Llll, parent: b}")
    add(folder, "{id: b, kind: media, label_ar: ممممم, label_en: Mmmm, parent: a}")
    with pytest.raises(ActorDataError, match="circle"):
        sources(folder)


def test_a_demonym_of_nobody_is_refused(folder: Path) -> None:
    row = "{id: a, kind: movement, gloss: Aaaa, nisba: [لللي], english: [Aaaa], actor: nobody}"
    add(folder, row, "demonyms.yaml")
    with pytest.raises(ActorDataError, match=r"demonyms\.yaml: a: no actor with id 'nobody'"):
        sources(folder)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("الجيش {masc}", "unknown field 'masc'"),
        ("الجيش {the_masc", "expected '}'"),
        ("{en}", "armed_forces of oman: String should match"),
    ],
)
def test_a_broken_pattern_is_told(folder: Path, template: str, message: str) -> None:
    text = SMALL["patterns"].replace("الجيش {the_masc}", template)
    (folder / "patterns.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ActorDataError) as caught:
        sources(folder)
    assert str(caught.value).startswith("patterns.yaml: ")
    assert message in str(caught.value)


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / "media.yaml").unlink()
    with pytest.raises(ActorDataError, match=r"media\.yaml: cannot be read"):
        sources(folder)


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "media.yaml").write_bytes("actors: [اسم]".encode("cp1256"))
    with pytest.raises(ActorDataError, match=r"media\.yaml: is not in UTF-8"):
        sources(folder)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("own: {navy: {label_en: Navy}}", "no pattern for role navy"),
        ("own: {club: {label_en: Navy}}", "states[0] (id oman).own.club"),
    ],
)
def test_an_own_row_of_an_unknown_role_is_refused(folder: Path, row: str, message: str) -> None:
    text = SMALL["states"].replace("label_en: Oman", f"label_en: Oman, {row}")
    (folder / "states.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ActorDataError) as caught:
        sources(folder)
    assert message in str(caught.value)


def test_a_state_without_a_demonym_is_refused(folder: Path) -> None:
    (folder / "demonyms.yaml").write_text("demonyms: []", encoding="utf-8")
    with pytest.raises(ActorDataError, match=r"oman: no demonym of this id"):
        sources(folder)


def test_an_edited_file_is_read_instead_of_the_compiled_one(folder: Path) -> None:
    compile_data(folder)
    assert load(folder) == sources(folder)
    add(folder, "{id: new-group, kind: armed_group, label_ar: لللل, label_en: Llll}")
    assert any(actor.id == "new-group" for actor in load(folder).actors)


def test_a_made_name_yields_to_a_written_one(folder: Path) -> None:
    add(folder, "{id: elite, kind: armed_group, label_ar: القوات العمانية, label_en: Llll}")
    bearers = [a.id for a in sources(folder).actors for n in a.names if n.text == "القوات العمانية"]
    assert bearers == ["elite"]


def test_the_command_reports_where_it_wrote(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("extract.actors.__main__.compile_data", lambda: tmp_path / "x.json")
    assert main() == 0
    assert "x.json written" in capsys.readouterr().out


def test_the_command_tells_a_mistake_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Path:
        raise ActorDataError("groups.yaml: actors[0]: broken")

    monkeypatch.setattr("extract.actors.__main__.compile_data", broken)
    assert main() == 1
    assert capsys.readouterr().err == "groups.yaml: actors[0]: broken\n"
