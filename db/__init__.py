"""What has happened, kept: the encrypted store, written once and read back as carelink's facts."""
