"""Releases put together by hand, one rounded and one exact: small enough to read in a test."""

import json
from datetime import date
from hashlib import sha256
from itertools import product

from carelink.disclosure import TOTAL
from carelink.disclosure.cells import cell_at
from carelink.figures.themes import THEMES
from carelink.release import Release, Row, write_rows
from carelink.release.percents import percent_of

AS_AT = date(2026, 11, 24)
ALL = ("all", "All ages")
DIMENSIONS = {
    "status": {
        TOTAL: ("looked_after", "leavers"),
        "looked_after": ("eligible", "not_yet"),
        "leavers": ("former_relevant", "qualifying"),
    },
    "age": {TOTAL: ("16-17", "18-21", "22-24")},
    "home": {TOTAL: ("own", "family", "custody", "not_recorded")},
    "eet": {TOTAL: ("yes", "no", "not_known")},
    "passport": {TOTAL: ("given", "not_given")},
    "touch": {TOTAL: ("in_touch", "not_in_touch")},
}
LABELS = {
    "status": ("Legal status", {"looked_after": "Looked after", "leavers": "Care leavers"}),
    "age": ("Age", {"16-17": "16 to 17", "18-21": "18 to 21", "22-24": "22 to 24"}),
    "home": ("Home", {"own": "A home of their own", "family": "With family"}),
    "eet": ("Work and learning", {"yes": "In education, employment or training"}),
    "passport": ("Health passport", {"given": "Given", "not_given": "Not given"}),
    "touch": ("In touch", {"in_touch": "In touch with us"}),
}
# The true counts, a lowest category of each dimension at a time.
TRUE = {
    ("people", ("status", "age")): {
        ("eligible", "16-17"): 14,
        ("not_yet", "16-17"): 6,
        ("former_relevant", "18-21"): 71,
        ("former_relevant", "22-24"): 33,
        ("qualifying", "18-21"): 27,
        ("qualifying", "22-24"): 16,
    },
    ("homes", ("home",)): {("own",): 112, ("family",): 37, ("custody",): 3, ("not_recorded",): 15},
    ("work", ("eet", "age")): {
        ("yes", "16-17"): 17,
        ("yes", "18-21"): 58,
        ("yes", "22-24"): 26,
        ("no", "16-17"): 2,
        ("no", "18-21"): 33,
        ("no", "22-24"): 19,
        ("not_known", "18-21"): 8,
        ("not_known", "22-24"): 4,
    },
    ("health", ("passport",)): {("given",): 39, ("not_given",): 128},
    ("support", ("touch", "age")): {
        ("in_touch", "16-17"): 19,
        ("in_touch", "18-21"): 97,
        ("in_touch", "22-24"): 41,
        ("not_in_touch", "18-21"): 4,
        ("not_in_touch", "22-24"): 6,
    },
}
INDICATORS = {
    "work": ("eet", "yes", "In education, employment or training"),
    "health": ("passport", "given", "Health passport given"),
    "support": ("touch", "in_touch", "In touch with us"),
}
PROTECTION = ("Every line adds up: a shown 0 can mean up to 4.", "A figure may lag by up to 4.")


def sample(mode="rounded", as_at=AS_AT, true=None, themes=THEMES):
    """A release of five tables, and the true counts behind it."""
    tables = true or TRUE
    rows, counts = [], {}
    for (theme, across), leaves in tables.items():
        held = _cells(theme, across, leaves)
        counts |= held
        rows += _rows(theme, across, held, mode)
    columns = ("population", *DIMENSIONS)
    figures = write_rows(as_at.isoformat(), rows, columns)
    hash = sha256(figures.encode()).hexdigest()
    meta = {
        "hierarchies": {"population": {}, **{n: _plain(d) for n, d in DIMENSIONS.items()}},
        "total_labels": ["", TOTAL],
        "dimensions": list(columns),
        "mode": mode,
        "small_up_to": 5,
        "hash": hash,
    }
    about = _about(tables, rows, mode, as_at, hash, themes)
    return Release(figures, json.dumps(meta), json.dumps(about)), counts


def shown(value, mode):
    """What is published of a true count: a multiple of 5, or c for 1 to 5."""
    if mode == "rounded":
        return str((2 * value + 5) // 10 * 5)
    return "c" if 0 < value <= 5 else str(value)


def _cells(theme, across, leaves):
    found = {}
    for nodes in product(*(_nodes(DIMENSIONS[name]) for name in across)):
        inside = [
            count
            for at, count in leaves.items()
            if all(
                _within(DIMENSIONS[name], node, leaf)
                for name, node, leaf in zip(across, nodes, at, strict=True)
            )
        ]
        found[cell_at((("population", "roll"), *zip(across, nodes, strict=True)))] = sum(inside)
    return found


def _rows(theme, across, held, mode):
    rows = []
    for at, count in held.items():
        said = shown(count, mode)
        rows.append(Row(theme, "count", said, at, "5a" if mode == "rounded" else ""))
    if theme in INDICATORS:
        name, node, _ = INDICATORS[theme]
        for at in held:
            if (name, node) in at:
                n, of = shown(held[at], mode), shown(held[_without(at, name)], mode)
                rows.append(Row(theme, "pct", _share(n, of), at, "", name, n, of))
    return rows


def _share(n, of):
    if "c" in (n, of):
        return "c"
    if of == "0":
        return "z"
    return "c" if int(of) < 20 else percent_of(int(n), int(of))


def _about(tables, rows, mode, as_at, hash, themes):
    says = f"everybody on the roll on {as_at.day} November {as_at.year}"
    return {
        "as_at": as_at.isoformat(),
        "period": {"roll": {"first": as_at.isoformat(), "last": as_at.isoformat(), "says": says}},
        "audience": "Corporate Parenting Board",
        "mode": mode,
        "level": "full",
        "hash": hash,
        "themes": [{"id": i, "title": title} for i, title in themes.items()],
        "tables": [
            {
                "table": theme,
                "title": f"{themes[theme]}: table",
                "theme": theme,
                "population": "roll",
                "period": says,
                "fixed": {"population": "roll"},
                "dimensions": list(across),
                "indicators": [INDICATORS[theme][0]] if theme in INDICATORS else [],
            }
            for theme, across in tables
        ],
        "indicators": [_indicator(theme) for theme, _ in tables if theme in INDICATORS],
        "definitions": [_definition(theme) for theme, _ in tables if theme in INDICATORS],
        "labels": {
            name: {
                "title": title,
                "nodes": {node: said.get(node, node) for node in _nodes_of(name)},
            }
            for name, (title, said) in LABELS.items()
        },
        "quality": [
            {"indicator": "eet", "category": "not_known", "at": dict(row.at), "shown": row.value}
            for row in rows
            if row.at == cell_at((("population", "roll"), ("eet", "not_known")))
        ],
        "protection": list(PROTECTION),
        "attack": {"safe": True},
        "attack_says": "None of 60 protected figures can be worked out.",
    }


def _indicator(theme):
    name, node, title = INDICATORS[theme]
    return {
        "name": name,
        "title": title,
        "theme": theme,
        "table": theme,
        "counted": [name, node],
        "better": "higher",
        "definition": f"{name}.roll",
        "version": 1,
    }


def _definition(theme):
    name, _, title = INDICATORS[theme]
    points = {"Who is in": "Everybody on the roll.", "Died": "Not counted from that day on."}
    return {"id": f"{name}.roll", "version": 1, "title": title, "points": points}


def _plain(children):
    return {node: list(below) for node, below in children.items()}


def _nodes_of(name):
    return _nodes(DIMENSIONS[name])


def _nodes(children, node=TOTAL):
    return [node, *(one for child in children.get(node, ()) for one in _nodes(children, child))]


def _within(children, node, leaf):
    return leaf in _nodes(children, node)


def _without(at, name):
    return tuple(pair for pair in at if pair[0] != name)
