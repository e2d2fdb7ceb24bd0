"""Meetings: each with its list, what is carried, and what it decides, kept as it is said."""
