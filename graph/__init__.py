"""Records into knowledge: RDF mapping, SHACL gate, store, questions and network views."""
