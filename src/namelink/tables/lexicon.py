"""Reviewed words of organizations and places, legal forms, and function words.

>>> "有限公司" in legal_forms("han"), "co ltd" in legal_forms("latin")
(True, True)
"""

from functools import cache

from namelink.tables.loader import rows

# Words that carry no meaning of their own in a name, in the languages whose names are written
# beside Chinese ones.
FUNCTION_WORDS = frozenset(
    "a an the of and for in on at to by with from de la le les du des da do dos das di del della "
    "der den "
    "dem die das und et e y van von zu zum zur bin ibn binti al el".split()
)


@cache
def legal_forms(script: str) -> dict[str, str]:
    """Legal forms with the class that equals across languages.

    Args:
        script: ``"han"`` or ``"latin"``.

    Returns:
        Class by form; Latin forms are folded words with a space between.
    """
    return {row["form"]: row["class"] for row in rows("legal_forms") if row["script"] == script}


@cache
def han_words() -> dict[str, tuple[str, str]]:
    """Kind (org, place, any) and role of every reviewed Chinese word."""
    found: dict[str, tuple[str, str]] = {}
    for table in ("place_words", "org_words"):
        for row in rows(table):
            # A country is a country also where it is an adjective (中国 Chinese).
            if found.get(row["han"], ("", ""))[1] != "name":
                found[row["han"]] = (row["kind"], _role(row))
    return found


def _role(row: dict[str, str]) -> str:
    """The row's role; names of countries and regions are told from words like province."""
    return "name" if row["source"].startswith("CLDR") else row["role"]


@cache
def _english() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for table in ("org_words", "place_words"):
        for row in rows(table):
            for option in row["english"].split("|"):
                text = option.partition(":")[0].casefold()
                if text.isascii() and text.isalpha():
                    found.setdefault(text, (row["kind"], _role(row)))
    return found


@cache
def english_words() -> frozenset[str]:
    """Single English words of the reviewed tables, folded."""
    return frozenset(_english())


def english_word(word: str) -> tuple[str, str] | None:
    """Kind and role of a reviewed English word.

    Args:
        word: a folded word; a plural counts as its singular.

    Returns:
        Kind (org, place, any) and role, None for a word that no table holds.
    """
    table = _english()
    # Stemming the whole table at first use would cost most of a cold start.
    return table.get(word) or (table.get(word[:-1]) if word.endswith("s") else None)


@cache
def place_names() -> dict[str, tuple[str, ...]]:
    """English names of countries, provinces and cities, folded and solid, by Chinese name."""
    return {
        row["han"]: tuple(
            "".join(letter for letter in option.casefold() if letter.isalpha())
            for option in row["english"].split("|")
        )
        for row in rows("place_words")
        if _role(row) == "name"
    }


@cache
def body_words(script: str) -> frozenset[str]:
    """Words that make another body of the one they stand beside, such as branch and 附属.

    Args:
        script: ``"han"`` or ``"latin"``.

    Returns:
        Simplified characters, or folded words.
    """
    return frozenset(row["word"] for row in rows("body_words") if row["script"] == script)
