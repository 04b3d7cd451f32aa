"""The core: records, rules, storage and commands. Nothing in here knows a window."""
