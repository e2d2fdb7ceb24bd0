"""The section of what they told us and what we promised, with its forms."""
