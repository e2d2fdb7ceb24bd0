"""What waits for a manager to agree to it?"""
