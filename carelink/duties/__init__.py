"""Every duty owed to one young person on a day: each in exactly one state."""

from collections.abc import Callable, Mapping
from datetime import date

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.duties import (
    adviser,
    assessments,
    before_18,
    contact,
    from_21,
    home,
    leave,
    plans,
    staying_put,
    visits,
)
from carelink.duties.duty import Duty
from carelink.duties.finding import Finding, Question, settle
from carelink.duties.not_owed import NotOwed
from carelink.reasons import Because
from carelink.rulebook import Rule, Rulebook
from carelink.status import history_of, is_on_roll, status_of
from carelink.words import State, Status

__all__ = ["FINDERS", "Duty", "duties_of"]

# One function a duty, named as the duty is; the order is the order of the lists.
FINDERS: Mapping[str, Callable[[Question], Finding]] = {
    finder.__name__: finder
    for finder in (
        assessments.needs_assessment_eligible,
        assessments.needs_assessment_relevant,
        assessments.needs_assessment_s23ca,
        assessments.needs_assessment_s23czb,
        plans.pathway_plan_first,
        plans.pathway_plan_in_place,
        plans.pathway_review_6m,
        plans.pathway_review_on_request,
        plans.pathway_review_28d_move,
        visits.pa_visit_7d,
        visits.pa_visit_pre_review,
        visits.pa_visit_2m,
        contact.pa_contact_8w,
        adviser.pa_allocation,
        adviser.pa_vacancy,
        before_18.pa_introduction_pre18,
        before_18.transitions_panel,
        before_18.housing_plan_pre18,
        before_18.health_history_18,
        staying_put.staying_put_decision,
        staying_put.staying_put_review,
        staying_put.staying_put_end,
        from_21.s23czb_offer,
        from_21.turning_21_plan,
        from_21.turning_25_closure,
        contact.oc3_contact,
        contact.lost_contact,
        leave.uasc_leave_expiry,
        leave.uasc_17_5,
        home.accommodation_suitability_check,
        home.setting_up_home_allowance,
        home.council_tax_relief,
        home.home_contents_insurance,
    )
}


def duties_of(case: CaseFile, rulebook: Rulebook, day: date) -> tuple[Duty, ...]:
    """Every duty's state on the day, one a rule, in order; none for somebody off the roll.

    Source: duties, sections 2 and 4. A fact dated after the day is left out.
    """
    case = up_to(case, day)
    standing = status_of(case, day)
    if not is_on_roll(standing.status):
        return ()
    history = history_of(case, day)
    person_id = case.person.person_id
    rules = rulebook.in_force(day)
    not_owed = NotOwed(standing.status, history, day)
    owed = []
    for name, finder in FINDERS.items():
        rule = rules[name]
        if rule.ends:
            owed.append(_plain(person_id, rule, State.NOT_REQUIRED, _ended(rule)))
        elif standing.status is Status.CANNOT_TELL:
            owed.append(_plain(person_id, rule, State.CANNOT_TELL, standing.because))
        elif standing.status not in rule.applies_to:
            owed.append(_plain(person_id, rule, State.NOT_REQUIRED, not_owed.because(rule)))
        else:
            question = Question(case, history, standing.status, day, rule)
            owed.append(settle(question, finder(question), person_id))
    return tuple(owed)


def _ended(rule: Rule) -> Because:
    if rule.effective_from is None:
        return ("Our standards do not ask for this.",)
    return ("This duty ended on ", rule.effective_from, "; nobody is owed it any longer.")


def _plain(person_id: str, rule: Rule, state: State, because: Because) -> Duty:
    return Duty(person_id, rule.duty, state, None, None, rule.basis, rule.law, because)
