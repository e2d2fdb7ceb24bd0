"""The section of skills for independence: both sides, one press a rating."""
