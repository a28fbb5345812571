"""Take the name of an organization, place or work apart.

Legal form, generic words, what a body does, places; and what is left, which is its own.

Chinese names are written solid, so reviewed words are found by the covering of the text that
leaves the fewest characters over and, among equals, uses the most words.
"""

from collections.abc import Sequence

from namelink.model.kinds import Role
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.lexicon import FUNCTION_WORDS, english_word, han_words, legal_forms
from namelink.text.atoms import Atom

_LONGEST_WORD = 8
# Roles of the tables' words that are not merely generic: what a body does, and where it is.
_ROLES = {"name": Role.PLACE, "industry": Role.INDUSTRY, "quality": Role.INDUSTRY}
_LONGEST_FORM = 4


def han_roles(atoms: Sequence[Atom]) -> list[Role]:
    """Roles of the atoms of a Chinese name of an organization, place or work.

    Args:
        atoms: atoms of the name; Latin words and numbers among them are kept.

    Returns:
        One role an atom.
    """
    roles = [Role.NUMBER if atom.shape == "number" else Role.WORD for atom in atoms]
    keys = [atom.key if atom.shape == "han" else " " for atom in atoms]
    for start, end, role in _covering(keys):
        roles[start:end] = [role] * (end - start)
    _mark_latin(atoms, roles)
    _own_words(roles)
    return roles


def word_starts(atoms: Sequence[Atom]) -> frozenset[int]:
    """Where the reviewed words of a Chinese name begin and end.

    Args:
        atoms: atoms of the name.

    Returns:
        Positions of atoms at which a new word begins.
    """
    keys = [atom.key if atom.shape == "han" else " " for atom in atoms]
    return frozenset(at for start, end, _ in _covering(keys) for at in (start, end))


def latin_roles(atoms: Sequence[Atom]) -> list[Role]:
    """Roles of the atoms of a Latin name of an organization, place or work.

    Args:
        atoms: atoms of the name.

    Returns:
        One role an atom.
    """
    roles = [Role.NUMBER if atom.shape == "number" else Role.WORD for atom in atoms]
    _mark_latin(atoms, roles)
    _own_words(roles)
    return roles


def _own_words(roles: list[Role]) -> None:
    """Where nothing else is a body's own, what it does is.

    农业 tells 中国农业银行 from 中国银行.
    """
    if Role.WORD not in roles:
        roles[:] = [Role.TRADE_NAME if role is Role.INDUSTRY else role for role in roles]


def _mark_latin(atoms: Sequence[Atom], roles: list[Role]) -> None:
    forms = legal_forms("latin")
    keys = [atom.key if atom.shape == "latin" else "" for atom in atoms]
    # On and To are Chinese syllables too (Chui Sai On).
    syllables = is_chinese_person(tuple(keys))
    at = 0
    while at < len(keys):
        for size in range(_LONGEST_FORM, 0, -1):
            if " ".join(keys[at : at + size]) in forms and at + size <= len(keys):
                roles[at : at + size] = [Role.LEGAL_FORM] * size
                at += size
                break
        else:
            if keys[at] in FUNCTION_WORDS and not syllables:
                roles[at] = Role.PARTICLE
            elif entry := english_word(keys[at]):
                roles[at] = _ROLES.get(entry[1], Role.GENERIC)
            at += 1


def _role_of(word: str) -> Role | None:
    if word in legal_forms("han"):
        return Role.LEGAL_FORM
    entry = han_words().get(word)
    if entry is None:
        return None
    return _ROLES.get(entry[1], Role.GENERIC)


def _ends_place(char: str) -> bool:
    entry = han_words().get(char)
    return entry is not None and entry[1] == "place"


def _covering(keys: Sequence[str]) -> list[tuple[int, int, Role]]:
    """Non-overlapping known words with the least left over, then the most words.

    Most words, because a part of a compound may be all that tells a body from another
    (农业 | 银行). A legal form is one word (有限公司), so it counts all that it could be cut into.
    """
    best: list[tuple[int, int]] = [(0, 0)]
    step: list[tuple[int, Role | None]] = [(0, None)]
    for end in range(1, len(keys) + 1):
        cost, back = (best[end - 1][0] + 1, best[end - 1][1]), (end - 1, None)
        choice: tuple[int, Role | None] = back
        for start in range(max(0, end - _LONGEST_WORD), end):
            role = _role_of("".join(keys[start:end]))
            if role is not None:
                pieces = end - start if role is Role.LEGAL_FORM else 1
                other = (best[start][0], best[start][1] - pieces)
                # A single known character inside an unknown word is chance more often than not
                # (三快), unless it is what places end in (深圳市) or the last of the name.
                ends = _ends_place(keys[start]) and start > 1
                if end - start == 1 and not (ends or end == len(keys)):
                    continue
                if other <= cost:
                    cost, choice = other, (start, role)
        best.append(cost)
        step.append(choice)
    found = []
    end = len(keys)
    while end:
        start, role = step[end]
        if role is not None:
            found.append((start, end, role))
        end = start
    return found[::-1]
