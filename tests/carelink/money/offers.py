"""A council's own offer, written out whole; the tests put one mistake into it each."""

LAUNDRY_CARD = """council = "Elsewhere"

[laundry_card]
title = "Laundry card"
says = "Washing in the council's laundries."
ask = "The adviser orders the card."
event = "their_status"
statuses = ["care_leavers"]
age_from = 18
age_before = 25
claimed_when = "received"

[[laundry_card.version]]
basis = "local_standard"
law = "Elsewhere's offer, 2020"
amount_pence = 5_000
verified = true
checked_on = 2026-11-01
"""
