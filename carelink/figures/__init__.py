"""Who is counted in the Board's figures, along which dimensions, and what does each promise?

Counted and defined here; protected, attacked and written out elsewhere.
"""
