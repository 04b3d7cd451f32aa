"""Backups and their way back, checking the data, and a report without a client's words."""
