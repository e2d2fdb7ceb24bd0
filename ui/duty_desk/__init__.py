"""Duty desk: the first page for whoever answers the telephone."""
