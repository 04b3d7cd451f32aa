"""What each user sets for all projects, and the lists that each project may have of its own."""
