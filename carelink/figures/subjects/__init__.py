"""One file a subject: how people are divided there, where one stands, what is counted of them."""
