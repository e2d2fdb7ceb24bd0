"""The section of flags, times missing and custody, with its forms."""
