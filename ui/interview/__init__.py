"""The page that one works with while a client speaks."""
