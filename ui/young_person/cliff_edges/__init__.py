"""What stops when, in a young person's file: a plain calendar with lead times."""
