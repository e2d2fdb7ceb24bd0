"""How is what is to come said? The rate first, then what keeps it up, then what it rests on."""

from collections.abc import Iterator

from carelink.dates import show
from carelink.pace.outlook import ACTS, Outlook, percent
from carelink.pace.speed import WEEKS_BACK
from carelink.said import counted, worker_told_apart


def say_outlook(outlook: Outlook) -> str:
    """At the present pace the eight-week contact is 71% (118 of 166) on 8 January 2027."""
    today, lowest, last = outlook.today, outlook.lowest, outlook.last
    if not any(outlook.projection.owed):
        return f"The {outlook.called} is owed to nobody up to {show(last.on)}: there is no rate."
    if lowest.share == today.share:
        says = f"At the present pace the {outlook.called} does not fall below today's {today.said}"
        return f"{says} up to {show(last.on)}, when it is {last.said}."
    says = f"At the present pace the {outlook.called} is {lowest.said} on {show(lowest.on)}"
    when = "the last day looked at" if lowest.on == last.on else "its lowest day"
    return f"{says}, {when}; today it is {today.said}."


def say_keeping(outlook: Outlook) -> str:
    """9 visits before 19 December keep it at 90%."""
    keeping = outlook.keeping
    if not any(outlook.projection.owed):
        return ""
    return _of_the_goal(outlook) + (
        _nothing_more(outlook) if keeping.before is None else _acts(outlook)
    )


def _of_the_goal(outlook: Outlook) -> str:
    if outlook.keeping.goal >= outlook.target:
        return ""
    unknown = sum(clock.due_on is None for clock in outlook.clocks)
    return (
        f"{outlook.target}% cannot be reached: of {unknown:,} we cannot tell the day, and seeing"
        f" everybody else comes to {outlook.keeping.goal}%. "
    )


def _nothing_more(outlook: Outlook) -> str:
    goal = outlook.keeping.goal
    if (outlook.today.share or 0) * 100 < goal:
        return f"It comes back to {goal}% by itself within two weeks, and stays there."
    return f"It stays at {goal}% or above without anything more."


def _acts(outlook: Outlook) -> str:
    keeping, goal = outlook.keeping, f"{outlook.keeping.goal}%"
    assert keeping.before is not None
    one, several = ACTS[outlook.duty]
    number, to = len(keeping.visits), show(outlook.projection.until)
    before = f"before {show(keeping.before)}"
    if not number:
        return f"No {one} {before} would hold {goal} up to {to}: nobody late then could be seen."
    acts = f"{number:,} {one if number == 1 else several} beside the usual ones, {before},"
    if not keeping.reached:
        best = percent(keeping.lowest or 0)
        return f"Even {acts} would not hold {goal} up to {to}: its lowest day would be {best}."
    assert keeping.since is not None
    if (outlook.lowest.on < keeping.since) and (outlook.today.share or 0) * 100 < keeping.goal:
        return (
            f"{acts} {'brings' if number == 1 else 'bring'} it to {goal} from then on, up to {to}."
        )
    return f"{acts} {'keeps' if number == 1 else 'keep'} it at {goal} or above, up to {to}."


def notes_of(outlook: Outlook) -> tuple[str, ...]:
    """What the numbers rest on, what is missing, and what was taken in its place."""
    return tuple(_notes(outlook))


def _notes(outlook: Outlook) -> Iterator[str]:
    _, several = ACTS[outlook.duty]
    done = sum(pace.done for pace in outlook.paces.values())
    days = sum(pace.days for pace in outlook.paces.values())
    yield (
        f"The pace is what each adviser's last {WEEKS_BACK} weeks show: {done:,} {several} on"
        f" {counted(days, 'working day')} of {counted(len(outlook.paces), 'adviser')}, leave and"
        " bank holidays left out. Whoever falls due first is seen first, by their own adviser:"
        " nobody is expected to stand in."
    )
    unknown = sum(clock.due_on is None for clock in outlook.clocks)
    if unknown:
        yield (
            f"No date, or we cannot tell: {unknown:,}. They count as not in time, now and later."
        )
    alone = sum(not clock.worker_id for clock in outlook.clocks)
    if alone:
        yield f"With no adviser, so that nobody is expected to see them: {alone:,}."
    new = sum(clock.owed_from > outlook.projection.day for clock in outlook.clocks)
    if new:
        yield f"Owed it only on the way, and counted from that day: {new:,}."
    yield from _of_workers(outlook)


def _of_workers(outlook: Outlook) -> Iterator[str]:
    advisers = {clock.worker_id for clock in outlook.clocks} & outlook.paces.keys()
    hours = {one: _hours(outlook, one) for one in advisers}
    no_days_back = {one.worker_id for one in outlook.absences if one.back_on is None}
    said = {
        "Hardly there in those weeks, and taken to have the team's pace": {
            one for one in advisers if not outlook.paces[one].own and hours[one] != 0
        },
        "Nothing is recorded of these weeks, so nothing is expected": {
            one for one in advisers if outlook.paces[one].own and not outlook.paces[one].done
        },
        "No FTE is recorded, and a full week is taken": {
            one for one in advisers if hours[one] is None
        },
        "The FTE is 0, so nobody is expected to be seen": {
            one for one in advisers if hours[one] == 0
        },
        "Away with no day of return, and taken as away throughout": advisers & no_days_back,
    }
    for says, workers in said.items():
        if workers:
            named = (worker_told_apart(one, outlook.workers) for one in workers)
            listed = sorted(named, key=str.casefold)
            yield f"{says}: {', '.join(listed)}."


def _hours(outlook: Outlook, worker_id: str) -> float | None:
    worker = outlook.workers.get(worker_id)
    return None if worker is None or worker.fte is None else max(worker.fte, 0.0)
