"""Each rule of protection is weakened in turn, and the attack or the release's own checks see it.

The rolls, their days and the lists are the same with the rule and without it: with it every figure
that is given out passes.
"""

import pytest

from carelink.attack import attack
from carelink.disclosure import Mode, Why
from carelink.disclosure import exact as exact_rules
from carelink.disclosure import primary as primary_rules
from carelink.release import attacks, long_form, safe
from carelink.release.percents import percent_of
from tests.carelink.release.small_boards import FULLY, board_of, released
from tests.carelink.release.test_nobody_is_unpicked import AS_PROMISED, a_leaver, reads_back
from tests.carelink.release.years import LISTS, seeded_year

SEEDS = range(1, 12)
TRUE_PROTECT, TRUE_ROWS = safe._protect, safe.rows_of


def with_rule(change):
    """Protection of a frozen set that was changed on the way in: the release is told nothing."""

    def weaken(patch):
        patch.setattr(safe, "_protect", lambda frozen, mode: TRUE_PROTECT(change(frozen), mode))

    return weaken


def with_figures(change):
    """Protection whose shown figures are changed on the way out."""

    def protect(frozen, mode):
        protected = TRUE_PROTECT(frozen, mode)
        return protected._replace(shown=dict(protected.shown) | change(frozen, protected))

    return lambda patch: patch.setattr(safe, "_protect", protect)


def with_rows(change):
    """Rows that are changed on the way into the file, by one who knows the true counts."""

    def weaken(patch):
        counts = {}

        def protect(frozen, mode):
            counts.update(frozen.counts)
            return TRUE_PROTECT(frozen, mode)

        def rows(*given):
            return [change(row, counts) for row in TRUE_ROWS(*given)]

        patch.setattr(safe, "_protect", protect)
        patch.setattr(safe, "rows_of", rows)

    return weaken


def limits(**other):
    return with_rule(lambda frozen: frozen._replace(limits=frozen.limits._replace(**other)))


def primary_alone(frozen, protected):
    return {
        cell: frozen.counts[cell]
        for cell, why in protected.why.items()
        if why in (Why.PROTECTS, Why.SMALL_SUM)
    }


def one_secondary_shown(frozen, protected):
    return dict(list(primary_alone(frozen, protected).items())[:1])


def a_nought_hidden(frozen, protected):
    noughts = [cell for cell, value in protected.shown.items() if value == 0]
    return dict.fromkeys(noughts[-1:])


def nearest(frozen, protected):
    return {cell: 5 * round(count / 5) for cell, count in frozen.counts.items()}


def exact_totals(frozen, protected):
    return {cell: frozen.counts[cell] for cell in frozen.cells if len(cell) == 1}


def true_percent(row, counts):
    if row.measure != "pct":
        return row
    whole = tuple(pair for pair in row.at if pair[0] != row.pct_of)
    n, of = counts[row.at], counts[whole]
    return row._replace(value=percent_of(n, of)) if of else row


def true_base(row, counts):
    if row.measure != "pct" or not row.n.isdigit():
        return row
    return row._replace(n=str(counts[row.at]))


def a_lower_threshold(patch):
    whole = exact_rules.primary_of

    def lower(frozen):
        return whole(frozen._replace(limits=frozen.limits._replace(small_up_to=3)))

    patch.setattr(exact_rules, "primary_of", lower)


def no_group_rule(patch):
    patch.setattr(primary_rules, "_in_one_category", lambda run, frozen: False)


def no_sum_rule(patch):
    master, repair = exact_rules.Master, exact_rules.Repair
    patch.setattr(exact_rules, "Master", lambda puzzle, small: master(puzzle, 0))
    patch.setattr(exact_rules, "Repair", lambda puzzle, reader, small: repair(puzzle, reader, 0))


def narrower(patch):
    """Said to be to the nearest 5: within 2 of the truth."""
    patch.setattr(long_form, "ROUNDED_TO_5", "5")


def unsteady(frozen):
    return frozen._replace(
        last={}, held=frozenset(), key=bytes([sum(frozen.counts.values()) % 251])
    )


def a_year(seed):
    return seeded_year(seed, most=60, releases=1)


def a_base(seed):
    return seeded_year(seed, lists=LISTS[3:4], most=60, releases=1)


def a_leaving(seed):
    lists, standings, _ = a_leaver(seed)
    return lists, standings or ()


WEAKENED = {
    "threshold 3": (Mode.EXACT, a_year, a_lower_threshold),
    "secondary off": (Mode.EXACT, a_year, with_figures(primary_alone)),
    "one secondary shown": (Mode.EXACT, a_year, with_figures(one_secondary_shown)),
    "two values enough": (Mode.EXACT, a_year, limits(values=2)),
    "a nought hidden": (Mode.EXACT, a_year, with_figures(a_nought_hidden)),
    "small hidden sums": (Mode.EXACT, a_year, no_sum_rule),
    "at most ignored": (
        Mode.EXACT,
        a_base,
        with_rule(lambda frozen: frozen._replace(at_most=())),
    ),
    "whole groups shown": (Mode.EXACT, a_year, no_group_rule),
    "to the nearest 5": (Mode.ROUNDED, a_year, with_figures(nearest)),
    "within 2": (Mode.ROUNDED, a_year, narrower),
    "exact totals": (Mode.ROUNDED, a_year, with_figures(exact_totals)),
    "true per cents": (Mode.ROUNDED, a_year, with_rows(true_percent)),
    "a true number under a per cent": (Mode.ROUNDED, a_year, with_rows(true_base)),
    "unsteady, one leaver": (Mode.ROUNDED, a_leaving, with_rule(unsteady)),
}


def outcomes(mode, of_seed, weaken=None):
    """Of each day: given out, refused before it was tried, or why it is not safe."""
    for seed in SEEDS:
        lists, standings = of_seed(seed)
        with board_of(lists, **FULLY), pytest.MonkeyPatch.context() as patch:
            if weaken:
                weaken(patch)
            for day in released(lists, standings, mode):
                if day.refused:
                    continue
                if first := [one.says for one in day.prepared.tried if one.mode is mode]:
                    yield seed, first[0]
                else:
                    yield seed, seen_by_hand(lists, day)


def seen_by_hand(lists, day):
    try:
        reads_back(day)
        AS_PROMISED[day.prepared.mode](lists, day)
    except AssertionError as wrong:
        return f"not as promised: {wrong}"
    return ""


@pytest.mark.parametrize("rule", WEAKENED)
def test_a_weakened_rule_is_found(rule):
    mode, of_seed, weaken = WEAKENED[rule]
    whole = dict(outcomes(mode, of_seed))
    passing = {seed for seed, wrong in whole.items() if not wrong}
    assert len(passing) >= 3, "with the rule there is something to compare with"
    weakened = [(seed, wrong) for seed, wrong in outcomes(mode, of_seed, weaken)]
    assert [wrong for seed, wrong in weakened if seed in passing and wrong], rule


def refused_for_a_change():
    """Exact figures, one leaver, no line held: the days on which the attack saw who changed."""
    for seed in range(40):
        lists, standings = a_leaving(seed)
        with board_of(lists, **FULLY), pytest.MonkeyPatch.context() as patch:
            with_rule(lambda frozen: frozen._replace(held=frozenset()))(patch)
            for day in released(lists, standings, Mode.EXACT):
                verdict = day.prepared and day.prepared.verdict
                if verdict and any(one.kind == "small_change" for one in verdict.failures):
                    yield day


def test_lines_that_are_not_held_are_found_by_what_changed_in_them():
    day = next(refused_for_a_change())
    assert day.prepared.release is None
    assert "few people changed" in " ".join(one.says for one in day.prepared.verdict.failures)


def test_a_release_left_out_of_the_attack_would_have_hidden_what_is_found(monkeypatch):
    day = next(refused_for_a_change())
    seen = []

    def alone(published, **more):
        seen.append(len(published))
        return attack(published[-1:], values=more["values"])

    monkeypatch.setattr(attacks, "attack", alone)
    lists = day.counting._lists
    with board_of(lists, **FULLY), pytest.MonkeyPatch.context() as patch:
        with_rule(lambda frozen: frozen._replace(held=frozenset()))(patch)
        prepared = safe.safe_release(
            day.counting, day.standing.as_at, mode=Mode.EXACT, earlier=day.earlier
        )
    assert prepared.release is not None
    assert seen[0] == 2
