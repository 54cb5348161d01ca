"""The reference: pages about the ontology, made from its files, in Arabic and English.

``python -m ontology.reference`` writes ``docs/ontology/``; with ``--check`` it writes nothing and
fails when a file there differs from what it would write.
"""
