"""The Arabic room: from Arabic news to an analysis."""
