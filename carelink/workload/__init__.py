"""How much does each personal adviser carry, and how long have they and each person had?

Load, never a league table: lines stand by name, and nothing in here asks who is late.
"""
