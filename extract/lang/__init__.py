"""Language rooms: one folder a language, each turning a document into an analysis."""
