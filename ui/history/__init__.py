"""Looking back: every step, one record's changes, named versions, what was removed."""
