"""Where they live: history, suitability, nights in emergency homes, steps towards a home."""
