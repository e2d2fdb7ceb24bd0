"""Which meetings does the team hold, whom is each about, and what was decided there?"""
