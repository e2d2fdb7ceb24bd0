"""Brief: one page for whoever answers the telephone when the young person's own adviser is away."""
