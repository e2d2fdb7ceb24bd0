"""Board: what was released, theme by theme and over time, beside what others published."""
