"""Take the name of an organization, place or work apart.

Legal form, generic words, what a body does, places; and what is left, which is its own.

Chinese names are written solid, so reviewed words are found by the covering of the text that
leaves the fewest characters over and, among equals, uses the most words.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from namelink.model.kinds import Kind, Role
from namelink.normalization.numbers import mark_numbers
from namelink.tables.chinese_places import chinese_places, place_spellings
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.lexicon import (
    COUNTRY,
    FUNCTION_WORDS,
    english_word,
    han_words,
    legal_forms,
    two_word_places,
)
from namelink.tables.short_forms import abbreviated, parts_of
from namelink.tables.syllables import segmentations
from namelink.text.atoms import Atom

_LONGEST_WORD = 8
# Roles of the tables' words that are not merely generic: what a body does, and where it is.
_ROLES = {"name": Role.PLACE, "industry": Role.INDUSTRY, "quality": Role.INDUSTRY}
_LONGEST_FORM = 4
_LONGEST_PLACE = 5
_SHORTEST_STATE = 4
_STATES = ("国", "联邦")
# Districts are named after hills and towns (凤山区, 东城区) oftener than they are parts of such.
_DISTRICTS = frozenset({"山区", "城区"})
_QUALITIES = frozenset("东西南北中大小新老")
# What a place is, at the end of its name: in England and Wales, in Estonia.
_SOLID = ("shire", "maa")
_SHORTEST_OWN = 3
# Registers cut names in capitals at a width; this is the narrowest, in characters.
_WIDTH = 30
# L may be a size, and LI a surname.
_SHORTEST_CUT = 3
# A body whose parts, which stand behind it, are named after their places.
_HOUSES = (Role.GENERIC, Role.LEGAL_FORM)
_PARTS = tuple((house, Role.PLACE) for house in _HOUSES)
# And, of: between two known words; elsewhere they may be part of a body's own name (和记).
_JOINING = frozenset("与及和暨之的")


def han_roles(atoms: Sequence[Atom]) -> list[Role]:
    """Roles of the atoms of a Chinese name of an organization, place or work.

    Args:
        atoms: atoms of the name; Latin words and numbers among them are kept.

    Returns:
        One role an atom.
    """
    roles = [Role.NUMBER if atom.shape == "number" else Role.WORD for atom in atoms]
    keys = _characters(atoms)
    covering = _covering(keys, _open(atoms))
    for start, end, role in covering:
        roles[start:end] = [role] * (end - start)
    mark_numbers(atoms, roles)
    for at in range(1, len(roles) - 1):
        if keys[at] not in _JOINING:
            continue
        joined = Role.WORD not in (roles[at - 1], roles[at + 1])
        if roles[at] is Role.WORD and joined:
            roles[at] = Role.PARTICLE
    _mark_latin(atoms, roles)
    trades = (end - start for start, end, role in covering if role is Role.INDUSTRY)
    _own_words(roles, next(trades, 1))
    return roles


def parted(atoms: Sequence[Atom], kind: Kind) -> list[Atom]:
    """Run-together Latin words cut into their parts (Linktel, Neusoft, Banffshire).

    Args:
        atoms: atoms of a name.
        kind: its kind; the words of people are whole, and those of places but for their ends.

    Returns:
        The atoms, with more than one for such a word.
    """
    if kind is Kind.PERSON:
        return list(atoms)
    found: list[Atom] = []
    for atom in atoms:
        parts: tuple[str, ...] = ()
        if atom.shape == "latin":
            # Behind New the whole word is a name that was taken over (New Hampshire, 新罕布什尔).
            taken_over = bool(found) and found[-1].key == "new"
            parts = (atom.key,) if taken_over else _without_end(atom.key)
            if len(parts) == 1 and kind is not Kind.PLACE:
                parts = parts_of(atom.key)
        # A word with marks or an apostrophe is longer than its folded letters, or shorter.
        if len(parts) < 2 or atom.end - atom.start != len(atom.key):
            found.append(atom)
            continue
        start = atom.start
        for part in parts:
            end = start + len(part)
            first = start == atom.start
            found.append(atom._replace(key=part, start=start, end=end, apart=atom.apart and first))
            start = end
    return found


def _without_end(word: str) -> tuple[str, ...]:
    """A place's name and what it is, where that is written solid with it (Banff | shire)."""
    end = next((end for end in _SOLID if word.endswith(end)), "")
    own = word.removesuffix(end)
    return (own, end) if end and len(own) >= _SHORTEST_OWN and not english_word(word) else (word,)


def word_starts(atoms: Sequence[Atom]) -> frozenset[int]:
    """Where the reviewed words of a Chinese name begin and end.

    Args:
        atoms: atoms of the name.

    Returns:
        Positions of atoms at which a new word begins.
    """
    keys = _characters(atoms)
    covering = _covering(keys, _open(atoms))
    return frozenset(at for start, end, _ in covering for at in (start, end))


def latin_roles(atoms: Sequence[Atom]) -> list[Role]:
    """Roles of the atoms of a Latin name of an organization, place or work.

    Args:
        atoms: atoms of the name.

    Returns:
        One role an atom.
    """
    roles = [Role.NUMBER if atom.shape == "number" else Role.WORD for atom in atoms]
    _mark_latin(atoms, roles)
    mark_numbers(atoms, roles)
    _own_words(roles, 1)
    for at, atom in enumerate(atoms):
        if roles[at] is Role.TRADE_NAME and atom.key in COUNTRY:
            roles[at] = Role.INDUSTRY
    return roles


def _own_words(roles: list[Role], first: int) -> None:
    """Where nothing else is a body's own, what it does is.

    农业 tells 中国农业银行 from 中国银行. Without a head such as 银行 the first word is its own,
    and what it does follows: 永恒策略.
    """
    if Role.WORD in roles:
        return
    own = [at for at, role in enumerate(roles) if role is Role.INDUSTRY]
    if Role.GENERIC not in roles:
        own = [at for at in own if at < own[0] + first]
    # Of a part of a body, what the part does: 农业科学院 | 兰州 | 兽医 | 研究所.
    parts = [at for at, pair in enumerate(pairwise(roles), 1) if pair in _PARTS]
    if parts and own and own[-1] > parts[-1]:
        own = [at for at in own if at > parts[-1]]
    for at in own:
        roles[at] = Role.TRADE_NAME


def _mark_latin(atoms: Sequence[Atom], roles: list[Role]) -> None:
    forms, openings = legal_forms("latin"), _openings()
    keys = [atom.key if atom.shape == "latin" else "" for atom in atoms]
    if not any(keys):
        return
    # On and To are Chinese syllables too (Chui Sai On).
    syllables = is_chinese_person(tuple(keys))
    at = 0
    while at < len(keys):
        for size in range(_LONGEST_FORM if keys[at] in openings else 0, 0, -1):
            form = " ".join(keys[at : at + size]) in forms and at + size <= len(keys)
            # The Co of Cowell is no company.
            if form and not _touches(atoms, at) and not _touches(atoms, at + size):
                roles[at : at + size] = [Role.LEGAL_FORM] * size
                at += size
                break
        else:
            # A part of a run-together word belongs to a body's own name, known or not, unless it
            # says what a place is.
            if not (_touches(atoms, at) or _touches(atoms, at + 1)):
                roles[at] = _role_of(keys, at, roles[at], syllables=syllables)
            elif keys[at] in _SOLID and not _touches(atoms, at + 1):
                roles[at] = Role.GENERIC
            at += 1
    # Registers cut names at a width, and mostly in the legal form.
    cut = len(keys[-1]) >= _SHORTEST_CUT and "limited".startswith(keys[-1])
    capitals = all(atom.upper for atom in atoms if atom.shape == "latin")
    if cut and atoms[-1].end >= _WIDTH and capitals:
        roles[-1] = Role.LEGAL_FORM
    if Role.LEGAL_FORM in roles:
        _mark_places(keys, roles)


def _mark_places(keys: Sequence[str], roles: list[Role]) -> None:
    """The Hong Kong of a company is a place, not two syllables of its own name."""
    for at, pair in enumerate(pairwise(keys)):
        if pair in two_word_places() and roles[at] is roles[at + 1] is Role.WORD:
            roles[at : at + 2] = [Role.PLACE] * 2


def _role_of(keys: Sequence[str], at: int, role: Role, *, syllables: bool) -> Role:
    """Role of a word that is no legal form."""
    key = keys[at]
    if key in FUNCTION_WORDS and not syllables and not _follows(keys, at):
        return Role.PARTICLE
    if entry := english_word(key):
        return _ROLES.get(entry[1], Role.GENERIC)
    if key in place_spellings():
        return Role.PLACE
    # HDGS is a form as holdings is.
    full = (" ".join(words) for words in abbreviated(key))
    return Role.LEGAL_FORM if any(each in legal_forms("latin") for each in full) else role


@cache
def _openings() -> frozenset[str]:
    """First words of legal forms, which most words are not."""
    return frozenset(form.split(" ")[0] for form in legal_forms("latin"))


def _follows(keys: Sequence[str], at: int) -> bool:
    """Whether a short word is a syllable after one: An of Tian An, On of Thing On."""
    before = keys[at - 1] if at else ""
    syllable = bool(segmentations(keys[at], "pinyin")) and keys[at] != "the"
    return syllable and bool(segmentations(before, "pinyin")) and not english_word(before)


def _touches(atoms: Sequence[Atom], at: int) -> bool:
    """Whether an atom is written solid with the Latin one before it."""
    return (
        0 < at < len(atoms)
        and atoms[at - 1].shape == atoms[at].shape == "latin"
        and atoms[at - 1].end == atoms[at].start
    )


@cache
def _known() -> dict[str, Role]:
    """Role of every reviewed Chinese word."""
    found = {word: _ROLES.get(role, Role.GENERIC) for word, (_, role) in han_words().items()}
    return found | dict.fromkeys(legal_forms("han"), Role.LEGAL_FORM)


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Lengths of the words and places that end in each character, longest first."""
    found: dict[str, set[int]] = {}
    for word in (*_known(), *chinese_places()):
        if len(word) <= _LONGEST_WORD:
            found.setdefault(word[-1], set()).add(len(word))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in found.items()}


@cache
def _place_ends() -> frozenset[str]:
    """Characters in which names of places end, such as 市."""
    return frozenset(
        word for word, (_, role) in han_words().items() if role == "place" and len(word) == 1
    )


@cache
def _divisions() -> frozenset[str]:
    """Words for what a place is, such as 自治区."""
    return frozenset(word for word, entry in han_words().items() if entry == ("place", "place"))


@cache
def _states() -> frozenset[str]:
    """Full names of states, such as 中华人民共和国: one word each."""
    return frozenset(
        word
        for word, (_, role) in han_words().items()
        if role == "name" and len(word) >= _SHORTEST_STATE and word.endswith(_STATES)
    )


@cache
def _attached() -> frozenset[str]:
    """Words for what a place is of which the beginning may belong to its name: 南路, 山区."""
    divisions = _divisions()
    return _DISTRICTS | {
        word for word in divisions if word[0] in _QUALITIES and word[1:] in divisions
    }


@cache
def _offices() -> frozenset[str]:
    """Words for what a person is, such as 市长."""
    return frozenset(word for word, (_, role) in han_words().items() if role == "title")


def _characters(atoms: Sequence[Atom]) -> str:
    """The Han characters of a name, with a space for every other atom."""
    return "".join([atom.key if atom.shape == "han" else " " for atom in atoms])


def _open(atoms: Sequence[Atom]) -> frozenset[int]:
    """Where a place may stand: at the beginning, in brackets, or before a word such as 市."""
    found = {at for at, atom in enumerate(atoms) if at == 0 or atom.apart}
    ends = _place_ends()
    for at in range(1, len(atoms)):
        if atoms[at].key in ends and atoms[at].shape == "han":
            found.update(range(max(at - _LONGEST_PLACE, 0), at - 1))
    return frozenset(found)


@lru_cache(maxsize=1024)
def _covering(keys: str, places: frozenset[int]) -> tuple[tuple[int, int, Role], ...]:
    """Non-overlapping known words with the least left over, then the most words.

    Most words, because a part of a compound may be all that tells a body from another
    (农业 | 银行). A legal form (有限公司) is one word, and so is what a place is (自治区): it
    counts all that it could be cut into.
    Kept for a while, because a name is asked for its words' roles and for where they begin.
    """
    roles, sizes, divisions = _known(), _sizes(), _divisions()
    best: list[tuple[int, int]] = [(0, 0)]
    step: list[tuple[int, Role | None]] = [(0, None)]
    for end in range(1, len(keys) + 1):
        cost = (best[end - 1][0] + 1, best[end - 1][1])
        choice: tuple[int, Role | None] = (end - 1, None)
        for size in sizes.get(keys[end - 1], ()):
            start = end - size
            if start < 0:
                continue
            word = keys[start:end]
            role = roles.get(word)
            if role is None and word in chinese_places():
                role = Role.PLACE if start in places or _is_house(start, step[start]) else None
            if role is None:
                continue
            if not _may_stand(keys, start, end, step[start]):
                continue
            solid = role is Role.LEGAL_FORM or word in divisions or word in _states()
            pieces = size if solid else 1
            other = (best[start][0], best[start][1] - pieces)
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
    return tuple(found[::-1])


def _is_house(end: int, before: tuple[int, Role | None]) -> bool:
    """Whether a body ends where a place would begin: 农业科学院 | 兰州 | 兽医 | 研究所."""
    begin, role = before
    return role in _HOUSES and end - begin > 1


def _may_stand(keys: str, start: int, end: int, before: tuple[int, Role | None]) -> bool:
    """Whether a known word may be one where it stands, behind what is before it.

    A single known character inside an unknown word is chance more often than not (三快), unless
    it is what places end in (深圳市) or the last of the name. A place's own name has two
    characters: 凤山 | 区, not 凤 | 山区. And what follows a place is no mayor (深圳市 | 长亮)
    and no river (深圳市 | 江波龙).
    """
    begin, role = before
    word, ends = keys[start:end], _place_ends()
    if role is Role.PLACE and word in _offices():
        return False
    if len(word) > 1:
        lonely = start == 1 or (start > 1 and role is None and keys[start - 2] in ends)
        return not lonely or word not in _attached()
    placed = role is not None and keys[begin:start] in ends
    return end == len(keys) or (start > 1 and word in ends and not placed)
