"""Safety, with restraint: flags, times missing, custody; facts and dates, never scores."""
