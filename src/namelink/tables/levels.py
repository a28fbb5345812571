"""Tables that hold English stems in levels, by Chinese word: a row for each first character."""

from namelink.tables.loader import sorted_table

# Stems in levels, the best first; a level may be empty.
Levels = tuple[tuple[str, ...], ...]


def words_of(table: str, char: str) -> dict[str, str]:
    """The words of a table that begin with a character.

    Args:
        table: name of the table.
        char: a simplified character.

    Returns:
        Levels as they are written, by the rest of the word.
    """
    cells = sorted_table(table).rows(char)
    words = [word.partition(":") for _, row in cells for word in row.split("|")]
    return {rest: levels for rest, _, levels in words}


def parsed(levels: str) -> Levels:
    """Levels as they are written, read.

    >>> parsed(",wizard mage")
    ((), ('wizard', 'mage'))
    """
    return tuple(tuple(level.split()) for level in levels.split(","))
