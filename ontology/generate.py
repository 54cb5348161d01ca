"""Write what follows from the ontology: the closed Python namespace and the shapes of code lists.

``python -m ontology.generate`` writes ``namespace.py`` and ``shapes/codes.ttl``; with ``--check``
it writes nothing and fails when a file on disk differs from what it would write.
"""

from __future__ import annotations

import argparse
import keyword
import sys
from pathlib import Path

from rdflib import OWL, RDF, SKOS, Graph, URIRef

from ontology import files

CEV_BASE = "https://w3id.org/conflict-event/ns#"
CODE_BASE = "https://w3id.org/conflict-event/code/"

_HEAD = '''"""Terms and codes of the ontology as Python names: an unknown one is an error.

Generated from ``conflict.ttl`` and ``codes/`` by ``python -m ontology.generate``: do not edit.
"""

# ruff: noqa: N815

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from rdflib import URIRef

CEV_BASE: Final = "https://w3id.org/conflict-event/ns#"
CODE_BASE: Final = "https://w3id.org/conflict-event/code/"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
%s    }
)
"""Prefixes by which the project's queries and files abbreviate namespaces."""


'''

_BASE = "https://w3id.org/conflict-event/"

PREFIXES = {
    "cev": CEV_BASE,
    "code": CODE_BASE,
    "actor": _BASE + "id/actor/",
    "claim": _BASE + "id/claim/",
    "doc": _BASE + "id/doc/",
    "event": _BASE + "id/event/",
    "fact": _BASE + "id/fact/",
    "link": _BASE + "id/link/",
    "object": _BASE + "id/object/",
    "place": _BASE + "id/place/",
    "policy": _BASE + "id/policy/",
    "prop": _BASE + "id/prop/",
    "run": _BASE + "id/run/",
    "graph": _BASE + "graph/",
    "shape": _BASE + "shape#",
    "dct": "http://purl.org/dc/terms/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_SHAPES_HEAD = """\
# Membership in the code lists. Generated from codes/ by python -m ontology.generate: do not edit.
@prefix code: <https://w3id.org/conflict-event/code/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/conflict-event/shape#> .
"""

_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def local_names(graph: Graph) -> list[str]:
    """Local names of the terms that the ontology itself defines, sorted."""
    defined = {
        str(term).removeprefix(CEV_BASE)
        for kind in _KINDS
        for term in graph.subjects(RDF.type, kind)
        if str(term).startswith(CEV_BASE)
    }
    return sorted(defined)


def schemes(graph: Graph) -> dict[str, dict[str, str]]:
    """Our code lists: name of the scheme -> notation -> local name of the concept."""
    found: dict[str, dict[str, str]] = {}
    for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme):
        if not str(scheme).startswith(CODE_BASE):
            continue
        members = graph.subjects(SKOS.inScheme, scheme)
        pairs = {_notation(graph, URIRef(str(c))): str(c).removeprefix(CODE_BASE) for c in members}
        found[str(scheme).removeprefix(CODE_BASE)] = dict(sorted(pairs.items()))
    return dict(sorted(found.items()))


def namespace_source(terms: Graph, codes: Graph) -> str:
    """Python source of ``ontology.namespace``."""
    lists = schemes(codes)
    concepts = sorted({local for notations in lists.values() for local in notations.values()})
    parts = [
        _HEAD % "".join(f'        "{k}": "{v}",\n' for k, v in PREFIXES.items()),
        _term_class("CEV", "Classes and properties of the ontology.", local_names(terms)),
        _term_class("CODE", "Concepts of the code lists.", concepts),
        _scheme_enum(list(lists)),
        _notation_table(lists),
    ]
    return "".join(parts)


def code_shapes(codes: Graph) -> str:
    """Turtle of one shape a code list, which says that a value is one of its concepts."""
    parts = [_SHAPES_HEAD]
    for scheme, notations in schemes(codes).items():
        listed = "".join(f"        code:{local}\n" for local in sorted(notations.values()))
        parts.append(
            f"\nshape:{_camel(scheme)}Code a sh:NodeShape ;\n"
            f'    sh:message "القيمة ليست من قائمة {scheme}."@ar,\n'
            f'        "The value is not a code of the list {scheme}."@en ;\n'
            f"    sh:in (\n{listed}    ) .\n"
        )
    return "".join(parts)


def generated() -> dict[Path, str]:
    """Files to write, with their content."""
    here = Path(__file__).parent
    return {
        here / "namespace.py": namespace_source(files.terms(), files.codes()),
        here / "shapes" / "codes.ttl": code_shapes(files.codes()),
    }


def stale(contents: dict[Path, str]) -> list[Path]:
    """Those files whose content on disk is another one, or that are missing."""
    return [
        path
        for path, text in contents.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main(arguments: list[str] | None = None) -> int:
    """Write the generated files, or with ``--check`` compare them; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m ontology.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail when stale")
    options = parser.parse_args(arguments)
    contents = generated()
    outdated = stale(contents)
    for path in outdated:
        if options.check:
            sys.stderr.write(f"{path.name} is out of date: run python -m ontology.generate\n")
        else:
            path.write_text(contents[path], encoding="utf-8")
            sys.stdout.write(f"wrote {path.name}\n")
    return 1 if options.check and outdated else 0


def _notation(graph: Graph, concept: URIRef) -> str:
    notation = graph.value(concept, SKOS.notation, any=False)
    if notation is None:
        raise ValueError(f"{concept} has no skos:notation")
    return str(notation)


def _identifier(local: str) -> str:
    name = local.replace("-", "_")
    return name + "_" if keyword.iskeyword(name) else name


def _camel(local: str) -> str:
    return "".join(part.capitalize() for part in local.split("-"))


def _term_class(name: str, doc: str, locals_: list[str]) -> str:
    lines = [f"class {name}:", f'    """{doc}"""', ""]
    lines += [f'    {_identifier(x)}: Final = URIRef({name}_BASE + "{x}")' for x in locals_]
    return "\n".join(lines) + "\n\n\n"


def _scheme_enum(names: list[str]) -> str:
    lines = ["class Scheme(StrEnum):", '    """Names of the code lists."""', ""]
    lines += [f'    {_identifier(x).upper()} = "{x}"' for x in names]
    return "\n".join(lines) + "\n\n\n"


def _notation_table(lists: dict[str, dict[str, str]]) -> str:
    lines = ["NOTATIONS: Final[Mapping[Scheme, Mapping[str, URIRef]]] = MappingProxyType(", "    {"]
    for scheme, notations in lists.items():
        lines.append(f"        Scheme.{_identifier(scheme).upper()}: MappingProxyType(")
        lines.append("            {")
        lines += [
            f'                "{notation}": CODE.{_identifier(local)},'
            for notation, local in notations.items()
        ]
        lines += ["            }", "        ),"]
    lines += ["    }", ")"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
