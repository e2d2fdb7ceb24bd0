"""What is a fair first answer? Each in turn to whoever costs least then; the solver betters it."""

from collections.abc import Mapping, Sequence

from carelink.reallocation.question import Choice, Room, Slopes


def one_by_one(
    choices: Sequence[Choice], rooms: Sequence[Room], slopes: Slopes
) -> Mapping[str, int]:
    """Who has whom, by person: the heaviest first, each to the adviser that costs least then."""
    loads = [room.fixed for room in rooms]
    chosen: dict[str, int] = {}
    heaviest_first = sorted(choices, key=lambda one: (-max(one.weights.values()), one.person_id))
    for one in heaviest_first:
        best = min(one.costs, key=lambda at: (_added(one, at, loads, rooms, slopes), at))
        chosen[one.person_id] = best
        loads[best] += one.weights[best]
    return chosen


def price_of(load: int, room: Room, slopes: Slopes) -> int:
    """What it costs that an adviser carries so much: away from their share, above their range."""
    away = abs(load - room.share)
    near = min(away, slopes.far_from)
    above = max(0, load - room.top)
    return slopes.near * near + slopes.far * (away - near) + slopes.above * above


def total_price(
    choices: Sequence[Choice],
    rooms: Sequence[Room],
    slopes: Slopes,
    chosen: Mapping[str, int],
) -> int:
    """What a whole answer costs."""
    loads = [room.fixed for room in rooms]
    price = 0
    for one in choices:
        at = chosen[one.person_id]
        loads[at] += one.weights[at]
        price += one.costs[at]
    return price + sum(
        price_of(load, room, slopes) for load, room in zip(loads, rooms, strict=True)
    )


def _added(
    one: Choice, at: int, loads: Sequence[int], rooms: Sequence[Room], slopes: Slopes
) -> int:
    before, after = loads[at], loads[at] + one.weights[at]
    return one.costs[at] + price_of(after, rooms[at], slopes) - price_of(before, rooms[at], slopes)
