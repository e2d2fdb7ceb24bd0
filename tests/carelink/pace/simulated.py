"""A second opinion on the pace: day by day, with chance, and nothing of the program's own."""

from datetime import timedelta

# Bank holidays of England in the days that the tests go through. Source: GOV.UK.
BANK_HOLIDAYS = {(2026, 12, 25), (2026, 12, 28), (2027, 1, 1), (2027, 3, 26), (2027, 3, 29)}


def simulate(people, advisers, day, until, chance):
    """The share in time on each day. `people` are lists [adviser, due day, days between visits].

    `advisers`: by name, how many they see on a day there on average, and the days they are away.
    """
    due = [person[1] for person in people]
    shares = []
    on = day
    while on <= until:
        if on > day:
            for name, (average, away) in sorted(advisers.items()):
                weekend = on.weekday() >= 5 or (on.year, on.month, on.day) in BANK_HOLIDAYS
                if weekend or on in away:
                    continue
                for _ in range(visits_of_a_day(average, chance)):
                    theirs = [at for at, person in enumerate(people) if person[0] == name]
                    if theirs:
                        first = min(theirs, key=lambda at: due[at])
                        due[first] = on + timedelta(days=people[first][2])
        shares.append(sum(one >= on for one in due) / len(due))
        on += timedelta(days=1)
    return shares


def visits_of_a_day(average, chance):
    """A number of visits that comes by chance: many small chances that make the average."""
    tries = 40
    return sum(chance.random() < average / tries for _ in range(tries))
