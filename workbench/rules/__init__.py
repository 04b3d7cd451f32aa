"""The methods, as pure functions over records."""
