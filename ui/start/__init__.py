"""What one sees while no project is open."""
