"""Handover: a young person goes from one adviser to another, warmly, and nobody is lost."""
