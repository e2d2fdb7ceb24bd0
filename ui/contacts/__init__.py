"""Record a contact: the two-minute note, its draft and its receipt."""
