"""What must a manager see, and what did they decide?"""
