"""Text into records: readers, lexicons, gazetteers and the extraction rules."""
