"""The section of where they live and lived, with its forms."""
