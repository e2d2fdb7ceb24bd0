"""A small release for the tests of screens: three themes, four tables, all of it invented."""

import json
from datetime import date
from hashlib import sha256
from itertools import product

from carelink.disclosure import TOTAL, Dimension
from carelink.disclosure.cells import cell_at
from carelink.release import Release, Row, write_rows
from carelink.release.percents import percent_of

NOVEMBER, SEPTEMBER, MARCH = date(2026, 11, 24), date(2026, 9, 26), date(2026, 3, 31)
DIMENSIONS = {
    "status": Dimension("status", {TOTAL: ("relevant", "former_relevant", "qualifying")}),
    "age_band": Dimension("age_band", {TOTAL: ("17-18", "19-21", "22-25")}),
    "activity": Dimension(
        "activity", {TOTAL: ("in_eet", "not_in_eet", "not_known"), "in_eet": ("study", "work")}
    ),
    "home": Dimension("home", {TOTAL: ("suitable", "not_suitable", "not_recorded")}),
}
LABELS = {
    "status": ("Status", "All statuses", "Relevant", "Former relevant", "Qualifying"),
    "age_band": ("Age", "All ages", "Ages 17 to 18", "Ages 19 to 21", "Ages 22 to 25"),
    "activity": (
        "Activity",
        "All activities",
        "In education, employment or training",
        "Studying",
        "Working or training",
        "Not in education, employment or training",
        "Not known",
    ),
    "home": ("Home", "All homes", "Suitable", "Not suitable", "Not recorded"),
}
TABLES = (
    ("roll_status_age", "Young people by status and age", "numbers", ("status", "age_band"), ()),
    ("roll_activity_age", "What they do, by age", "activity", ("activity", "age_band"), ("eet",)),
    (
        "roll_home_age",
        "Where they live, by age",
        "homes",
        ("home", "age_band"),
        ("suitable_homes",),
    ),
)
INDICATORS = {
    "eet": ("In education, employment or training", ("activity", "in_eet"), "not_known"),
    "suitable_homes": ("In suitable accommodation", ("home", "suitable"), "not_recorded"),
}
THEMES = (
    ("numbers", "Who our care leavers are"),
    ("activity", "Education, employment and training"),
    ("homes", "Homes"),
)


def a_release(as_at=NOVEMBER, *, each=10, hidden=(), version=1, more=0, audience=""):
    """A whole release in which most lowest cells show `each`; `more` study, and fewer are unknown.

    `hidden` are cells that show c; a percentage made of one is hidden too.
    """
    shown = _counts(each, more, hidden)
    rows = []
    for name, _, _, across, indicators in TABLES:
        rows += [
            Row(name, "count", _written(shown[at]), at, "5a" if shown[at] is not None else "")
            for at in _cells(across)
        ]
        for one in indicators:
            rows += _percents(name, INDICATORS[one][1], shown)
    figures = write_rows(as_at.isoformat(), rows, ("population", *DIMENSIONS))
    hash = sha256(figures.encode()).hexdigest()
    said = _about(as_at, shown, version, audience) | {"hash": hash}
    return Release(figures, json.dumps(_meta() | {"hash": hash}), json.dumps(said))


def at(**categories):
    """The cell of these categories among everybody on the roll."""
    return cell_at({"population": "roll", **categories}.items())


def _cells(across):
    return [
        at(**dict(zip(across, nodes, strict=True)))
        for nodes in product(*(DIMENSIONS[name].nodes for name in across))
    ]


def _counts(each, more, hidden):
    counts = {}
    for _, _, _, across, _ in TABLES:
        for nodes in product(*(DIMENSIONS[name].nodes for name in across)):
            leaves = list(product(*(_below(n, c) for n, c in zip(across, nodes, strict=True))))
            count = sum(each * _parts(leaf) + more * _moved(leaf) for leaf in leaves)
            counts[at(**dict(zip(across, nodes, strict=True)))] = count
    return {cell: None if cell in hidden else count for cell, count in counts.items()}


def _parts(leaf):
    """How many parts of four a lowest cell has: every age has four, whatever it is divided by."""
    return 2 if {"former_relevant", "suitable"} & set(leaf) else 1


def _moved(leaf):
    return ("study" in leaf) - ("not_known" in leaf)


def _below(name, node):
    children = DIMENSIONS[name].children.get(node, ())
    return [leaf for child in children for leaf in _below(name, child)] or [node]


def _percents(table, counted, shown):
    for age in DIMENSIONS["age_band"].nodes:
        cell, whole = at(age_band=age, **dict([counted])), at(age_band=age)
        n, of = shown[cell], shown[whole]
        value = "c" if n is None or of is None else percent_of(n, of)
        yield Row(table, "pct", value, cell, "", counted[0], _written(n), _written(of))


def _written(count):
    return "c" if count is None else str(count)


def _meta():
    return {
        "hierarchies": {"population": {}}
        | {name: {n: list(b) for n, b in d.children.items()} for name, d in DIMENSIONS.items()},
        "total_labels": ["", TOTAL],
        "dimensions": ["population", *DIMENSIONS],
        "mode": "rounded",
        "small_up_to": 5,
    }


def _about(as_at, shown, version, audience):
    return {
        "as_at": as_at.isoformat(),
        "audience": audience or "Corporate Parenting Board",
        "mode": "rounded",
        "level": "full",
        "period": {
            "roll": {
                "first": as_at.isoformat(),
                "last": as_at.isoformat(),
                "says": f"on {as_at.day} {as_at:%B %Y}",
            }
        },
        "themes": [{"id": name, "title": title} for name, title in THEMES],
        "tables": [
            {
                "table": name,
                "title": title,
                "theme": theme,
                "population": "roll",
                "period": f"on {as_at.day} {as_at:%B %Y}",
                "fixed": {"population": "roll"},
                "dimensions": list(across),
                "indicators": list(indicators),
            }
            for name, title, theme, across, indicators in TABLES
        ],
        "indicators": [
            {
                "name": name,
                "title": title,
                "theme": theme,
                "table": table,
                "counted": list(counted),
                "better": "higher",
                "definition": f"{name}.roll",
                "version": version,
            }
            for table, _, theme, _, named in TABLES
            for name in named
            for title, counted, _ in [INDICATORS[name]]
        ],
        "definitions": [
            {
                "id": f"{name}.roll",
                "version": version,
                "title": title,
                "points": {
                    "Who is in": "Everybody on the roll on the day.",
                    "Not known": "Those of whom it is not known stay in the base.",
                },
            }
            for name, (title, _, _) in INDICATORS.items()
        ],
        "labels": {
            name: {
                "title": LABELS[name][0],
                "nodes": dict(zip(DIMENSIONS[name].nodes, LABELS[name][1:], strict=True)),
            }
            for name in DIMENSIONS
        },
        "quality": [
            {
                "indicator": name,
                "category": unknown,
                "at": {"population": "roll", counted[0]: unknown},
                "shown": _written(shown[at(**{counted[0]: unknown})]),
            }
            for name, (_, counted, unknown) in INDICATORS.items()
        ],
        "protection": ["Every figure is rounded to a multiple of 5 beside the truth."],
        "attack_says": "Attacked as a reader would: none can be worked out.",
    }
