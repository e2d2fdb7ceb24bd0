"""Team: what the whole team has not done in time, the longest wait first."""
