"""How are the drafts of a version's pages named, and what do they keep? One for each page.

Beside what was typed a draft keeps the answers as they were read when it was begun, so that what
somebody else has written since can be shown.
"""

from collections.abc import Iterable, Mapping

from db.drafts import Draft

_READ = "read."


def draft_name(version_id: str, page: str = "") -> str:
    """What the draft of a page is known by; without a page, how those of the version begin."""
    return f"plan {version_id} {page}"


def drafts_of(drafts: Iterable[Draft], version_id: str) -> list[Draft]:
    """Those of one version, in their order."""
    return [draft for draft in drafts if draft.form.startswith(draft_name(version_id))]


def page_of(draft: Draft, version_id: str) -> str:
    """The page that a draft of this version is of."""
    return draft.form.removeprefix(draft_name(version_id))


def to_keep(typed: Mapping[str, str], read: Mapping[str, str]) -> dict[str, str]:
    """What a draft keeps: what was typed and what was read before; nothing where none is typed."""
    if not typed:
        return {}
    return {**typed, **{f"{_READ}{name}": says for name, says in read.items()}}


def as_read(content: Mapping[str, str]) -> dict[str, str]:
    """The answers as they were read when the draft was begun; empty where it kept none."""
    return {
        name.removeprefix(_READ): says for name, says in content.items() if name.startswith(_READ)
    }
