"""What did they tell us, what did we promise, and did we do it?"""
