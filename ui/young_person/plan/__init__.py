"""Plan: how the pathway plan stands, writing and reviewing it, and the manager's reading of it."""
