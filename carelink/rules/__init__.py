"""The rules files, and the one reader that checks them."""
