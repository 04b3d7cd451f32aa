"""Layouts: records in, a scene of shapes out. Neither Qt nor matplotlib is known here."""
