"""Assembling: from what a language room found to the record of an article. Knows no language."""

from __future__ import annotations

from extract.assemble.assembler import assemble

__all__ = ["assemble"]
