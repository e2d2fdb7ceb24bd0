"""The section of the health passport: each part, its sharing, and the copy they hold."""
