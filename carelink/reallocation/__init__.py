"""What if somebody leaves, begins, is away or works fewer hours: who would go to whom, and why?

It proposes and writes nothing: what is applied, is applied by the store's own verb.
"""
