"""Who may read where they live? A protected address is hidden unless somebody asks to see it."""

from carelink.facts import Home

HIDDEN = "Protected address, not shown"
NOT_RECORDED = "Address not recorded"


def full_address(home: Home) -> str:
    """The address with its postcode, for whoever pressed Show; what is missing is said."""
    parts = [part for part in (home.address, home.postcode) if part]
    return ", ".join(parts) or NOT_RECORDED


def address_shown(home: Home) -> str:
    """The address as every screen, list, copy and paper has it: a protected one is never in it."""
    return HIDDEN if home.protected else full_address(home)
