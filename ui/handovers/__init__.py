"""Handovers: who goes to whom, how far each has come, who is nobody's, and closing a worker."""
