"""The project at a glance: how far it is, what holds together, what to do next."""
