"""Search and commands over the window: Ctrl+K."""
