"""Which subjects are there? All of them, in the order of the Board's themes."""

from carelink.figures.subjects import (
    advisers,
    duties_in_time,
    health,
    homes,
    homes_over_time,
    listening,
    money,
    people,
    touch,
    work,
)

SUBJECTS = (
    people,
    homes,
    homes_over_time,
    work,
    health,
    listening,
    touch,
    duties_in_time,
    advisers,
    money,
)
