"""Who is the young person, how are they reached and met, and who is around them?"""
