"""Words that say what a thing is and not which: a prize, a treaty, a station, a sea.

>>> class_ending("凡尔赛条约"), class_ending("安徒生"), "treaty" in english_class_words()
('条约', '', True)
"""

from functools import cache

from namelink.tables.loader import rows


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {row["han"]: tuple(row["english"].split("|")) for row in rows("class_words")}


@cache
def of_places() -> frozenset[str]:
    """Class words that hold for places alone: villages and castles of titles are invented."""
    return frozenset(row["han"] for row in rows("class_words") if row["kind"] == "place")


@cache
def _longest() -> int:
    return max(map(len, _endings()))


def class_ending(name: str) -> str:
    """The longest class word that a longer name ends in.

    Args:
        name: simplified characters.

    Returns:
        The word, empty where there is none.
    """
    endings = _endings()
    sizes = range(min(_longest(), len(name) - 1), 0, -1)
    return next((name[-size:] for size in sizes if name[-size:] in endings), "")


@cache
def english_class_words() -> frozenset[str]:
    """Single English words that class words have as their English, folded."""
    return frozenset(
        word for english in _endings().values() for option in english for word in option.split()
    )
