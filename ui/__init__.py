"""What is shown and asked; reaches the store only through the desk and the verbs of db."""
