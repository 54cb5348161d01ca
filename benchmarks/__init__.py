"""Measurements of the project: how good the extraction is, and how fast the rest."""
