"""What data says about a page beside its words: a draft, kept from search engines, or the words of somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Set

from medlint.expressions import expression

_STATES = frozenset({"draft", "published", "publish", "status", "state", "noindex", "robots"})
_UNPUBLISHED = frozenset({"draft", "private", "pending", "trash", "unpublished", "scheduled", "archived"})
_THEIRS = expression(r"(?:^|\.|(?<=[a-z]))(?:[Tt]estimonials?|[Rr]eviews?|TESTIMONIALS?|REVIEWS?)(?:\.\w+)?\[\d+\]")
_SPEAKERS = ("author", "name", "attribution", "patient", "patientName", "cite", "by")


def is_state(key: str) -> bool:
    """Whether a key (without its path) says in what state a page is."""
    return key.lower() in _STATES


def state(key: str, value: str) -> str:
    """The label of a page whose data have this value: `draft`, `noindex` or none."""
    key, value = key.lower(), value.strip().lower()
    if key == "draft":
        return "draft" if value in ("true", "yes", "on") else ""
    if key in ("published", "publish"):
        return "draft" if value in ("false", "no", "off") else ""
    if key in ("status", "state"):
        return "draft" if value in _UNPUBLISHED else ""
    if key == "robots":
        return "noindex" if "noindex" in value else ""
    return "noindex" if key == "noindex" and value in ("true", "yes", "on") else ""


def states(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The labels told by values (key path, text): for each path of what they speak of ("" for the whole) its labels."""
    labels: dict[str, list[str]] = {}
    for key_path, text in found:
        owner, _, key = key_path.rpartition(".")
        if is_state(key):
            label = state(key, text)
            if label and label not in labels.setdefault(owner, []):
                labels[owner].append(label)
    return {owner: names for owner, names in labels.items() if names}


def voice(key_path: str, known: Set[str] = frozenset()) -> str:
    """`testimonial` where the key path says that the words are a patient's; `known` are the key paths beside it."""
    if key_path.find("]") >= 0 and _THEIRS.search(key_path):
        return "testimonial"
    owner, _, key = key_path.rpartition(".")
    if key in ("quote", "testimonial") and any(f"{owner}.{speaker}" in known for speaker in _SPEAKERS):
        return "testimonial"
    return ""
