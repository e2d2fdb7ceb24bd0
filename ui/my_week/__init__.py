"""My week: one line per young person, the worst first, and why it is here."""
