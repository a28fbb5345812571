"""Characters of names that are taken for each other by their look.

>>> "末" in look_alikes()["未"]
True
"""

from functools import cache

from namelink.tables.loader import columns_and_lines


@cache
def look_alikes() -> dict[str, dict[str, str]]:
    """Characters by a character that they look like, with the reason; each pair both ways."""
    found: dict[str, dict[str, str]] = {}
    for one, other, why in columns_and_lines("look_alikes")[1]:
        found.setdefault(one, {})[other] = why
        found.setdefault(other, {})[one] = why
    return found
