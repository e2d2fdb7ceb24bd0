"""What they told us and what we promised: due, kept, late, broken and told."""
