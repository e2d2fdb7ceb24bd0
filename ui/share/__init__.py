"""Shared view: what the young person's own copy says, and nothing else in reach."""
