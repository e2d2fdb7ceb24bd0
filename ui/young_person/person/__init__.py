"""The forms of who the young person is and of who is around them."""
