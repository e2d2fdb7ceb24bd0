"""Work and learning: activities, levels, education plans and opportunities."""
