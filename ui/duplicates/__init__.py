"""Requirements that are possibly the same: found, shown side by side, made one."""
