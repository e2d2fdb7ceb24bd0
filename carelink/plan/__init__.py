"""The pathway plan: its matters, versions, reviews, and what is still to be said."""
