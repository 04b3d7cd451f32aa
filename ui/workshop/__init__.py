"""The workshop on a projector: one meeting that collects, sorts, scores and decides."""
