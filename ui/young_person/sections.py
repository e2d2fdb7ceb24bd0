"""Which sections has a young person's file? Each is made when it is first chosen."""

from importlib import import_module

from ui.desk import Desk
from ui.young_person.section import Section

# By name, in the order they stand in; the first is what a file opens with.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("overview", "Overview"),
    ("plan", "Plan"),
    ("home", "Home"),
    ("learning", "Work and learning"),
    ("health", "Health"),
    ("money", "Money"),
    ("promises", "Promises"),
    ("skills", "Skills"),
    ("safety", "Safety"),
    ("cliff_edges", "What stops when"),
)
# Where each is written, beneath this folder, and what it is called there.
_MADE_IN: dict[str, tuple[str, str]] = {
    "overview": ("overview", "Overview"),
    "plan": ("plan.plan_section", "PlanSection"),
    "home": ("home.home_section", "HomeSection"),
    "learning": ("learning.learning_section", "LearningSection"),
    "health": ("health.health_section", "HealthSection"),
    "money": ("money.money_section", "MoneySection"),
    "promises": ("promises.promises_section", "PromisesSection"),
    "skills": ("skills.skills_section", "SkillsSection"),
    "safety": ("safety.safety_section", "SafetySection"),
    "cliff_edges": ("cliff_edges.cliff_edges_section", "CliffEdgesSection"),
}


def make_section(name: str, desk: Desk) -> Section:
    """The section of this name; raises KeyError for one there is not."""
    module, made = _MADE_IN[name]
    section: Section = getattr(import_module(f"ui.young_person.{module}"), made)(desk)
    return section
