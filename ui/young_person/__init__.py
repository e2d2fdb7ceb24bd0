"""Young person: who they are, what we owe them and why, and what has happened."""
