"""What can a reader work out who holds all that was ever published? The least and the greatest.

Written against the published files alone: it shares nothing with what protects them.
"""
