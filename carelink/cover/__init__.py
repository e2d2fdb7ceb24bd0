"""Who is away, who stands in for them, and what was rung in about?"""
