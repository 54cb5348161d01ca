"""What can go wrong with names and parameters of the ontology."""

from __future__ import annotations


class OntologyError(Exception):
    """Base of this package's errors. The message is one line fit for a user."""


class UnknownCodeError(OntologyError):
    """A code list has no code with the given notation."""


class UnknownQuestionError(OntologyError):
    """There is no named question of that name."""


class UnknownPolicyError(OntologyError):
    """There is no policy of that name."""


class QueryFileError(OntologyError):
    """The file of a question or policy breaks the rules for such files."""


class ParameterError(OntologyError):
    """A parameter of a named question is unknown, missing, or not of its kind."""
