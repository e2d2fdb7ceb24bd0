"""Workload: what each adviser carries beside their hours, and what would happen if."""
