"""Reviewed words of organizations and places, legal forms, and function words.

>>> "有限公司" in legal_forms("han"), "co ltd" in legal_forms("latin")
(True, True)
"""

from functools import cache, lru_cache
from math import log

from namelink.tables.loader import columns, rows
from namelink.tables.names import western_given_names
from namelink.tables.words import stem

# Words that carry no meaning of their own in a name, in the languages whose names are written
# beside Chinese ones.
FUNCTION_WORDS = frozenset(
    "a an the of and for in on at to by with from de la le les du des da do dos das di del della "
    "der den "
    "dem die das und et e y van von zu zum zur bin ibn binti al el".split()
)

# Characters that join the words of a name and mean nothing by themselves.
PARTICLES = frozenset("的之")

# What is no body's own, and what names in Chinese often leave out.
COUNTRY = frozenset({"china", "chinese", "prc"})


@cache
def phrase_words() -> frozenset[str]:
    """English words of the phrases of the reviewed tables, folded: the cyberspace of 网信办."""
    options = (
        option.partition(":")[0].casefold().split()
        for table in ("org_words", "place_words")
        for *_, english in _words(table)
        for option in english.split("|")
    )
    return frozenset(word for words in options if len(words) > 1 for word in words)


@cache
def legal_forms(script: str) -> dict[str, str]:
    """Legal forms with the class that equals across languages.

    Args:
        script: ``"han"`` or ``"latin"``.

    Returns:
        Class by form; Latin forms are folded words with a space between.
    """
    return {row["form"]: row["class"] for row in rows("legal_forms") if row["script"] == script}


# A country or city of two characters stands in many other names: 马里 (Mali) in 马里奥 (Mario).
_SHORTEST_EXONYM = 3


@cache
def _words(table: str) -> tuple[tuple[str, str, str, str], ...]:
    """Chinese word, kind, role and English of each row of a table of words.

    Names of countries and regions are told from words like province.
    """
    cells = columns(table)
    roles = (
        "name" if source.startswith("CLDR") else role
        for role, source in zip(cells["role"], cells["source"], strict=True)
    )
    return tuple(zip(cells["han"], cells["kind"], roles, cells["english"], strict=True))


@cache
def han_words() -> dict[str, tuple[str, str]]:
    """Kind (org, place, any) and role of every reviewed Chinese word."""
    found: dict[str, tuple[str, str]] = {
        han: (kind, role)
        for han, kind, role, _ in _words("exonyms")
        if len(han) >= _SHORTEST_EXONYM
    }
    for han, kind, role, _ in (*_words("place_words"), *_words("org_words")):
        # A country is a country also where it is an adjective (中国 Chinese).
        if found.get(han, ("", ""))[1] != "name":
            found[han] = (kind, role)
    return found


@cache
def english_of() -> dict[str, str]:
    """English of every reviewed Chinese word: ``rendering`` or ``rendering:share``, best first."""
    found: dict[str, str] = {}
    for table in ("org_words", "place_words", "exonyms", "local_words"):
        for han, _, _, english in _words(table):
            found[han] = f"{found[han]}|{english}" if han in found else english
    # Short names of groups have no role: they are what is a body's own.
    cells = columns("groups")
    for word, english in zip(cells["han"], cells["english"], strict=True):
        found[word] = f"{found[word]}|{english}" if word in found else english
    cells = columns("edition_words")
    for word, english in zip(cells["word"], cells["english"], strict=True):
        found[word] = f"{english}|{found[word]}" if word in found else english
    return found


@cache
def _english() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    people = western_given_names()
    for table in ("org_words", "place_words", "exonyms", "local_words"):
        for _, kind, role, english in _words(table):
            for option in english.split("|"):
                text = option.partition(":")[0].casefold()
                # Jordan and Georgia are people as often.
                if (
                    text.isascii()
                    and text.isalpha()
                    and (table, text in people) != ("exonyms", True)
                ):
                    found.setdefault(text, (kind, role))
    # PRC stands where China does, and is no place of a body either.
    return found | dict.fromkeys(COUNTRY, found["china"])


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
    found: dict[str, tuple[str, ...]] = {}
    for han, _, role, english in (*_words("place_words"), *_words("exonyms")):
        if role == "name":
            found[han] = found.get(han, ()) + tuple(
                "".join(letter for letter in option.casefold() if letter.isalpha())
                for option in english.split("|")
            )
    return found


@cache
def place_parts() -> frozenset[str]:
    """Words of the English names of places, folded: Zealand is one, and no land of its own."""
    return frozenset(
        word
        for _, _, role, english in (*_words("place_words"), *_words("exonyms"))
        if role == "name"
        for option in english.casefold().split("|")
        for word in option.split()
    )


@cache
def two_word_places() -> frozenset[tuple[str, str]]:
    """English names of countries, provinces and cities that are two words, folded.

    >>> ("hong", "kong") in two_word_places()
    True
    """
    return frozenset(
        (first, second)
        for _, _, role, english in (*_words("place_words"), *_words("exonyms"))
        if role == "name"
        for option in english.casefold().split("|")
        if option.count(" ") == 1
        for first, _, second in [option.partition(" ")]
    )


@cache
def body_words(script: str) -> frozenset[str]:
    """Words that make another body of the one they stand beside, such as branch and 附属.

    Args:
        script: ``"han"`` or ``"latin"``.

    Returns:
        Simplified characters, or folded words.
    """
    return frozenset(row["word"] for row in rows("body_words") if row["script"] == script)


@cache
def body_heads(script: str) -> frozenset[str]:
    """Words at the end of a name that say it is a body's, such as bank and 研究所.

    Args:
        script: ``"han"`` or ``"latin"``.

    Returns:
        Simplified characters, or folded words.
    """
    return frozenset(row["word"] for row in rows("body_heads") if row["script"] == script)


# Sorts of reviewed words that say what a body does, or what it is.
_SUBJECTS = frozenset({"industry", "generic", "unit"})


# How often words of tables are left out, on the whole; what is rarely seen is taken to be near.
_USUAL_RATE = 0.1
_MOSTLY = 0.5


@cache
def _loose_words() -> dict[str, float]:
    """How often words are left out that names leave out now and then, by stem."""
    cells = columns("loose_words")
    counts = zip(cells["left"], cells["names"], strict=True)
    rates = [(int(left) + 1) / (int(names) + 1 / _USUAL_RATE) for left, names in counts]
    return dict(zip(cells["word"], rates, strict=True))


def loose_share(word: str) -> float:
    """What is left of the cost of a word that English names oftener leave out than say.

    >>> loose_share("市") < 0.2, loose_share("科技")
    (True, 1.0)

    Args:
        word: simplified characters.

    Returns:
        1 for most words.
    """
    rate = _loose_words().get(word, 0.0)
    return log(rate) / log(_USUAL_RATE) if rate > _MOSTLY else 1.0


def tells_what(word: str) -> bool:
    """Whether a reviewed word says what a body does, or what it is.

    What makes another body of the one it stands beside (`body_words`) is told elsewhere.

    >>> tells_what("technology"), tells_what("international")
    (True, False)

    Args:
        word: simplified characters, or a folded English word.

    Returns:
        False for what no table holds.
    """
    entry = han_words().get(word) or english_word(word)
    beside = word in body_words("han") or word in body_words("latin")
    return entry is not None and entry[1] in _SUBJECTS and not beside


@lru_cache(maxsize=100_000)
def is_subject(word: str) -> bool:
    """Whether a word tells bodies apart by what they do: true names do not leave it out.

    >>> is_subject("保险"), is_subject("insurance"), is_subject("technology")
    (True, True, False)

    Args:
        word: simplified characters, or a folded English word.

    Returns:
        False for what no table holds.
    """
    return tells_what(word) and stem(word) not in _loose_words()
