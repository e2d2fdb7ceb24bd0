"""Entitlements and money: what they may have and why, and what came of it."""
