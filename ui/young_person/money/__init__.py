"""Money in a young person's file: what they may have, what came of it, grants and savings."""
