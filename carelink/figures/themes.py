"""Under which of the Board's sub-groups does a figure stand? Source: the Board's own report."""

from collections.abc import Mapping

PEOPLE, HOMES, WORK, HEALTH = "people", "homes", "work", "health"
LISTENING, SUPPORT = "listening", "support"
THEMES: Mapping[str, str] = {
    PEOPLE: "Who we work with",
    HOMES: "Homes and Housing",
    WORK: "School, College and Work",
    HEALTH: "Health of Our Children in Care",
    LISTENING: "Listening to You",
    SUPPORT: "Delivery Group: keeping in touch, plans and money",
}
