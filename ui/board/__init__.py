"""Requirements as cards, in columns by quadrant or by progress."""
