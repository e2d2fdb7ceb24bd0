"""Skills for independence: rated by the young person and the worker, side by side."""
