"""Guess what kind of entity a name denotes. The guess is soft: a probability a kind.

Each observation adds evidence in nats to some kinds; the sums become shares. The numbers are
judgments about how much more often the observation holds for that kind than for others, and
``benchmarks`` reports the confusion that follows.
"""

import math
from collections.abc import Sequence

from namelink.model.kinds import Kind
from namelink.normalization.persons import surname_length
from namelink.tables.chunks import chunks
from namelink.tables.lexicon import english_word, han_words, legal_forms
from namelink.tables.names import surname_spellings, titles, western_given_names
from namelink.tables.syllables import segmentations
from namelink.text.atoms import Atom

_START = {Kind.PERSON: 0.3, Kind.ORG: 0.0, Kind.PLACE: 0.2, Kind.WORK: 0.2, Kind.UNKNOWN: 0.3}
Tally = dict[Kind, float]


def guess(atoms: Sequence[Atom], text: str) -> tuple[tuple[Kind, float], ...]:
    """Probability of each kind.

    Args:
        atoms: atoms of the normalized text.
        text: the normalized text.

    Returns:
        Every kind with its probability, best first.
    """
    tally = dict(_START)
    if any(atom.shape == "han" for atom in atoms):
        _han(atoms, tally)
    elif atoms:
        _latin(atoms, text, tally)
    return shares(tally)


def shares(tally: Tally) -> tuple[tuple[Kind, float], ...]:
    """Turn sums of evidence into probabilities, best first."""
    top = max(tally.values())
    weights = {kind: math.exp(value - top) for kind, value in tally.items()}
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0].value))
    return tuple((kind, weight / total) for kind, weight in ranked)


def certain(kind: Kind) -> tuple[tuple[Kind, float], ...]:
    """The shares of a kind that was given: certain, unless unknown was given."""
    rest = [other for other in Kind if other is not kind]
    return ((kind, 1.0), *((other, 0.0) for other in rest))


def _han(atoms: Sequence[Atom], tally: Tally) -> None:
    keys = "".join(atom.key for atom in atoms)
    dotted = any(atom.apart for atom in atoms[1:])
    only_han = all(atom.shape == "han" for atom in atoms)
    _ending(keys, tally)
    if not only_han:
        tally[Kind.WORK] += 1.5
        tally[Kind.ORG] += 0.5
        tally[Kind.PERSON] -= 3.0
        return
    if any(keys.endswith(title) for title in titles("han", "after") if len(title) > 1):
        tally[Kind.PERSON] += 2.0
    sounds = sum(key in chunks().row for key in keys) / len(keys)
    if not dotted and 2 <= len(keys) <= 4:
        tally[Kind.PERSON] += (2.0, 1.2, -0.5)[len(keys) - 2 if len(keys) < 4 else 2] * bool(
            surname_length(keys)
        )
        if len(keys) == 3 and surname_length(keys):
            tally[Kind.PERSON] += 1.0
    if len(keys) > 5 and not dotted:
        tally[Kind.ORG] += 0.8
        tally[Kind.WORK] += 0.6
        tally[Kind.PERSON] -= 2.0
    if sounds > 0.99 and len(keys) > 2:
        tally[Kind.PERSON] += 1.2 if dotted else 0.4
        tally[Kind.PLACE] += 0.6


def _ending(keys: str, tally: Tally) -> None:
    """What the last word of a Chinese name says."""
    for form in legal_forms("han"):
        if keys.endswith(form) and len(keys) > len(form):
            tally[Kind.ORG] += 6.0
            return
    for size in range(min(6, len(keys) - 1), 0, -1):
        entry = han_words().get(keys[-size:])
        if entry is None or entry[1] == "quality":
            continue
        strength = 1.5 if size == 1 else 3.0
        if entry[0] == "org":
            tally[Kind.ORG] += strength
        elif entry[0] == "place":
            tally[Kind.PLACE] += strength
        return


def _latin(atoms: Sequence[Atom], text: str, tally: Tally) -> None:
    keys = [atom.key for atom in atoms if atom.shape == "latin"]
    forms = legal_forms("latin")
    if keys and (keys[-1] in forms or " ".join(keys[-2:]) in forms):
        tally[Kind.ORG] += 5.0
    found = [(english_word(key) or ("", ""))[0] for key in keys]
    org, place = found.count("org"), found.count("place")
    tally[Kind.ORG] += min(org, 2) * 1.5
    tally[Kind.PLACE] += min(place, 2) * 1.2
    if any(atom.shape == "number" for atom in atoms):
        tally[Kind.WORK] += 1.5
        tally[Kind.PERSON] -= 3.0
    if {"of", "the", "and", "in", "for"} & set(keys):
        tally[Kind.PERSON] -= 2.0
        tally[Kind.WORK] += 0.8
    _person_like(keys, text, org + place, tally)


def _person_like(keys: list[str], text: str, other_words: int, tally: Tally) -> None:
    if not 1 < len(keys) <= 5 or other_words:
        tally[Kind.PERSON] -= 1.0 if len(keys) > 5 or other_words else 0.0
        return
    if any(key in western_given_names() for key in keys):
        tally[Kind.PERSON] += 2.5
    ends = {keys[0], keys[-1]} & surname_spellings()
    if ends and all(segmentations(key, "pinyin") or len(key) == 1 for key in keys):
        tally[Kind.PERSON] += 3.0
    elif ends:
        tally[Kind.PERSON] += 1.0
    if "," in text:
        tally[Kind.PERSON] += 1.0
    first = text.split(" ", 1)[0].rstrip(".,").casefold()
    if first in titles("latin", "before"):
        tally[Kind.PERSON] += 3.0
