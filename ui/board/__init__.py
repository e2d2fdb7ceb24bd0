"""Board: the headline figures, beside the published ones."""
