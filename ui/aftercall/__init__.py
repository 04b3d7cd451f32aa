"""After the call: sorting lines, reading back, letters; a practice call, and a window for oneself."""
