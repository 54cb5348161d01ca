"""The page: the whole reference in one file that needs nothing else, in Arabic and English."""

from __future__ import annotations

from typing import Any, Final

import yaml
from jinja2 import Environment, StrictUndefined
from rdflib import OWL, URIRef

from ontology import files
from ontology.namespace import CEV_BASE, PREFIXES
from ontology.reference import crosswalk, diagram, layout, listing, term

LANGUAGES: Final = ("en", "ar")
SECTIONS: Final = (
    "idea",
    "diagram",
    "classes",
    "properties",
    "codes",
    "shapes",
    "questions",
    "policies",
    "checks",
    "graphs",
    "crosswalk",
)
_ONTOLOGY: Final = URIRef(CEV_BASE.removesuffix("#"))


def html() -> str:
    """The page with both languages, complete: no other file and no network is needed."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters["anchor"] = _anchor
    graph = files.terms()
    return environment.from_string(_file("page.html.j2")).render(
        parts=[_part(lang) for lang in LANGUAGES],
        sections=SECTIONS,
        style=_file("page.css"),
        script=_file("page.js"),
        version=graph.value(_ONTOLOGY, OWL.versionInfo),
        namespace=CEV_BASE,
        licence=graph.value(_ONTOLOGY, URIRef(PREFIXES["dct"] + "license")),
        claim=term.instance("cev:Claim"),
    )


def svg(lang: str) -> str:
    """The diagram in one language."""
    return diagram.svg(layout.load(), lang, words(lang)["outer"])


def words(lang: str) -> dict[str, Any]:
    """What the page says besides the ontology, in one language."""
    chosen = _chosen(yaml.safe_load(_file("words.yaml")), lang)
    assert isinstance(chosen, dict)  # the file is a mapping
    return chosen


def _chosen(value: Any, lang: str) -> Any:
    if isinstance(value, dict):
        if value.keys() == set(LANGUAGES):
            return value[lang]
        return {key: _chosen(part, lang) for key, part in value.items()}
    return value


def _part(lang: str) -> dict[str, Any]:
    graph = files.terms()
    dct = PREFIXES["dct"]
    return {
        "lang": lang,
        "other": "en" if lang == "ar" else "ar",
        "direction": "rtl" if lang == "ar" else "ltr",
        "words": words(lang),
        "title": term.text(graph, _ONTOLOGY, URIRef(dct + "title"), lang),
        "description": term.text(graph, _ONTOLOGY, URIRef(dct + "description"), lang),
        "diagram": svg(lang),
        "classes": term.classes(lang),
        "properties": term.properties(lang),
        "code_lists": listing.code_lists(lang),
        "shapes": listing.shapes(lang),
        "questions": listing.questions(lang),
        "policies": listing.policies(lang),
        "checks": listing.checks(lang),
        "crosswalk": [_scheme(scheme, lang) for scheme in crosswalk.schemes()],
    }


def _scheme(scheme: crosswalk.Scheme, lang: str) -> dict[str, Any]:
    rows = [
        {
            "says": row.says.in_language(lang),
            "kept": row.kept,
            "ours": [term.reference(URIRef(CEV_BASE + name), lang) for name in row.ours],
            "why": row.why.in_language(lang) if row.why else "",
        }
        for row in scheme.rows
    ]
    title = scheme.title.in_language(lang)
    return {"name": scheme.name, "title": title, "source": scheme.source, "rows": rows}


def _anchor(name: str) -> str:
    """The end of a name, as a part of an address; lists and terms never share one."""
    prefix, _, local = name.partition(":")
    return local if prefix == "cev" else f"{prefix}-{local}"


def _file(name: str) -> str:
    return files.ROOT.joinpath("reference", name).read_text(encoding="utf-8")
