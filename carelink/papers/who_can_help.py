"""Where can a young person turn who sees it differently? The same closing page on every paper."""

from carelink.papers.blocks import Block, Bullets, Heading, Lines, Para

# Source: the bodies' own pages and councils' complaint pages, read in November 2026. Who takes
# complaints here is the council's own and is written on the paper by hand where it has no setting.
_HELP = (
    (
        "Help at Hand, Children's Commissioner for England",
        "Free advice for people in care and care leavers up to 25: 0800 528 0731",
    ),
    (
        "Always Heard, Coram Voice",
        "An advocate speaks up for you, and is free: 0808 800 5792",
    ),
    (
        "Local Government and Social Care Ombudsman",
        "If we did not put a complaint right: 0300 061 0614",
    ),
)


def changes_and_complaints() -> tuple[Block, ...]:
    """You can change your mind, you can complain, and these people can help."""
    return (
        Heading("If you want to change something"),
        Bullets(
            (
                "You can change your mind. Tell us at any time.",
                "You can ask for a review of your plan. You need not wait for the next one.",
                "You can see what we have written about you. Ask your personal adviser.",
            )
        ),
        Heading("If you are not happy with us"),
        Para("Tell your personal adviser or their manager first, if you can."),
        Para("You can make a complaint to the council. You can have an advocate with you."),
        Heading("Who can help you"),
        Lines(_HELP),
    )
