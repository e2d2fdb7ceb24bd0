"""Board pack: a manager's way from a cut-off day to released figures. None of it is in the pack."""
