"""People: finding anyone by two letters, and narrowing the list."""
