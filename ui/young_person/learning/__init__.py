"""The section of work and learning: now, before, levels, plans and opportunities."""
