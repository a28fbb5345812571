"""Numbers in names of organizations, places and works."""

from collections.abc import Sequence

from namelink.model.kinds import Role
from namelink.tables.japanese import best_split, surname_readings
from namelink.tables.origin import SURELY_JAPANESE, japanese_bits
from namelink.text.atoms import Atom
from namelink.text.numerals import Numeral, numerals

_LONGEST_SURNAME, _LONGEST_JAPANESE = 4, 6


def mark_numbers(atoms: Sequence[Atom], roles: list[Role]) -> None:
    """第三 and Third are numbers; 三 alone may be a character of a word.

    Nor is what a Japanese surname begins with (五十嵐) a number, or what stands as a given name
    behind one (高橋五十六).

    Args:
        atoms: atoms of a name.
        roles: role an atom; those of numbers are set.
    """
    keys, shapes = [atom.key for atom in atoms], [atom.shape for atom in atoms]
    for number in numerals(keys, shapes):
        if number.sure and not _in_japanese_name(keys, number):
            roles[number.start : number.start + number.size] = [Role.NUMBER] * number.size


def _in_japanese_name(keys: Sequence[str], number: Numeral) -> bool:
    """Whether a number is a piece of a Japanese surname, or all of a given name."""
    if number.start == 0:
        longer = range(number.size + 1, min(_LONGEST_SURNAME, len(keys)) + 1)
        return any(surname_readings("".join(keys[:end])) for end in longer)
    name = "".join(keys)
    last = number.start + number.size == len(keys) == len(name) <= _LONGEST_JAPANESE
    return last and japanese_bits(name) > SURELY_JAPANESE and best_split(name)[1] == number.start
