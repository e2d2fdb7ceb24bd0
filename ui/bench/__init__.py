"""How fast is CareLink, and against what? Nothing here runs unless `bench` is asked for."""
