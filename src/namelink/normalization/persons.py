"""Take a person's name apart: surname and given name, titles, the parts of foreign names.

A Chinese name of two to four characters begins with its surname, which may have two characters
(欧阳) or be two surnames of a married woman (陈冯富珍). A name with middle dots is a foreign name:
its last part is the surname. In Latin script the surname is whichever end a surname table knows.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from namelink.model.kinds import Role
from namelink.tables.japanese import best_split
from namelink.tables.names import (
    GENERATIONS,
    LONGEST_PERSON,
    longest_title,
    surname_spellings,
    titles,
    western_given_names,
)
from namelink.tables.origin import SURELY_JAPANESE, chinese_surname_length, japanese_bits
from namelink.tables.syllables import segmentations
from namelink.text.atoms import Atom

# The father or the son is told before a given name of two characters at least (小约翰·史密斯).
_LEAST_CALLED = 3


def han_roles(atoms: Sequence[Atom]) -> list[Role]:
    """Roles of the atoms of a person's name in Han characters.

    Args:
        atoms: atoms of the name.

    Returns:
        One role an atom.
    """
    roles = [Role.WORD] * len(atoms)
    begin, end = _without_titles([atom.key for atom in atoms], "han", roles)
    groups = _groups(atoms, begin, end)
    if len(groups) > 1:
        first, last = groups[0]
        if last - first >= _LEAST_CALLED and atoms[first].key in GENERATIONS:
            roles[first] = Role.TITLE
            groups[0] = (first + 1, last)
        for at, (first, last) in enumerate(groups):
            role = Role.SURNAME if at == len(groups) - 1 else Role.GIVEN
            roles[first:last] = [role] * (last - first)
        return roles
    length = end - begin
    text = "".join(atom.key for atom in atoms[begin:end])
    if japanese_bits(text) > SURELY_JAPANESE:
        cut = begin + _atoms_before(best_split(text)[1], atoms[begin:end])
        roles[begin:cut] = [Role.SURNAME] * (cut - begin)
        roles[cut:end] = [Role.GIVEN] * (end - cut)
        return roles
    if not 0 < length <= LONGEST_PERSON:
        return roles
    surname = chinese_surname_length(text)
    roles[begin : begin + surname] = [Role.SURNAME] * surname
    roles[begin + surname : end] = [Role.GIVEN] * (length - surname)
    return roles


def _atoms_before(cut: int, atoms: Sequence[Atom]) -> int:
    """How many atoms begin before a character; kana and letters have several in one atom."""
    ends = accumulate(len(atom.key) for atom in atoms)
    return 1 + sum(end < cut for end in ends)


def latin_roles(atoms: Sequence[Atom]) -> list[Role]:
    """Roles of the atoms of a person's name in Latin script.

    Args:
        atoms: atoms of the name.

    Returns:
        One role an atom.
    """
    roles = [Role.GIVEN] * len(atoms)
    begin, end = _without_titles([atom.key for atom in atoms], "latin", roles)
    if begin == end:
        return roles
    last = end - 1
    known = surname_spellings()
    first_known = atoms[begin].key in known and atoms[begin].key not in western_given_names()
    # Capitals mark the surname in many registers (WONG Yuen-hong); otherwise the first word is
    # one, in Chinese order, when it is known as one and the last is not a better one.
    marked = [at for at in range(begin, end) if atoms[at].upper and len(atoms[at].key) > 1]
    if 0 < len(marked) < end - begin:
        surname = marked[0]
    elif first_known and not (atoms[last].key in known and _given_like(atoms[begin].key)):
        surname = begin
    else:
        surname = last
    roles[surname] = Role.SURNAME
    return roles


def _given_like(key: str) -> bool:
    """Whether a spelling has the two syllables that given names have and surnames rarely do."""
    cuts = segmentations(key, "pinyin")
    return bool(cuts) and len(cuts[0]) == 2


def _without_titles(keys: Sequence[str], script: str, roles: list[Role]) -> tuple[int, int]:
    """Mark titles at both ends; the range that is left.

    Several may stand together (Tan Sri Dato).
    """
    begin, end = 0, len(keys)
    while size := _title_size(keys[begin:end], script, "before"):
        roles[begin : begin + size] = [Role.TITLE] * size
        begin += size
    while size := _title_size(keys[begin:end], script, "after"):
        roles[end - size : end] = [Role.TITLE] * size
        end -= size
    return begin, end


def _title_size(keys: Sequence[str], script: str, position: str) -> int:
    """Atoms of the longest title at one end, 0 for none; a title never is the whole name."""
    known, joint = titles(script, position), "" if script == "han" else " "
    for size in range(min(longest_title(script, position), len(keys) - 1), 0, -1):
        if joint.join(keys[:size] if position == "before" else keys[-size:]) in known:
            return size
    return 0


def _groups(atoms: Sequence[Atom], begin: int, end: int) -> list[tuple[int, int]]:
    cuts = [begin, *(at for at in range(begin + 1, end) if atoms[at].apart), end]
    return list(pairwise(cuts))
