"""What may be said: the conflict-event ontology, its code lists, shapes, checks and questions."""

from ontology.files import shapes

__all__ = ["shapes"]
