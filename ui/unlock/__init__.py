"""The way in: one passphrase, and where a locked window waits."""
