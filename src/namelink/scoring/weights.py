"""Fitted numbers of scoring: how much each channel counts and what each leftover costs.

They stand by profile: a kind, and whether both names are in one script.

``tools/fit.py`` writes the table; its header names what it was fitted on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from namelink.model.batch import PROFILES, Floats
from namelink.model.kinds import CHANNELS, ROMANIZATIONS, Channel, Role
from namelink.tables.loader import rows

# Whether each channel is a romanization.
ROMANIZED = np.array([channel in ROMANIZATIONS for channel in CHANNELS])

# What an atom is to scoring when nothing corresponds to it: the role it plays, and for Latin
# words whether it could be a Chinese syllable or is a Western given name.
LEFTOVERS: tuple[str, ...] = (
    "none",
    *(f"han_{role.value}" for role in Role),
    *(f"latin_{role.value}" for role in Role),
    "han_second_surname",
    "latin_initial",
    "latin_syllables",
    "latin_western",
    "latin_last",
    "han_body",
    "latin_body",
    "han_version",
    "latin_version",
    "beyond",
)
LEFTOVER_NUMBER = {name: number for number, name in enumerate(LEFTOVERS)}
# Sets of leftover classes as bits of a number, by place; what is taken is in none.
Sorts = npt.NDArray[np.int64]
_BITS = (1 << np.arange(len(LEFTOVERS), dtype=np.int64)) & ~1


def sorts_where(holds: Callable[[str], bool]) -> int:
    """The leftover classes whose names are so, as bits.

    Args:
        holds: asked of each name but "none".

    Returns:
        The set.
    """
    return sum(1 << number for number, name in enumerate(LEFTOVERS) if number and holds(name))


def sorts_of(classes: npt.NDArray[np.int32]) -> Sorts:
    """Leftover classes that any atom of a row has, as bits.

    Args:
        classes: a number an atom, shape (rows, atoms).

    Returns:
        One set a row.
    """
    found: Sorts = np.bitwise_or.reduce(_BITS[classes], axis=1)
    return found


# Facts about the whole pair, told as one piece of evidence each when they hold.
STRUCTURES: tuple[str, ...] = (
    "both_left",
    "number_left",
    "number_differs",
    "place_differs",
    "nothing_agrees",
    "out_of_order",
    "english_name",
    "mixed_systems",
    "mixed_badly",
    "given_differs",
    "given_unread",
    "given_part",
    "given_extra",
    "surname_differs",
    "surname_part",
    "foreign_part",
    "called_differs",
    "generation_differs",
    "half_heard",
    "industry_differs",
    "own_apart",
    "own_alone",
    "own_turned",
    "syllables_differ",
    "beyond_full",
    "place_beyond",
    "subject_beyond",
    "subject_differs",
    "excluded",
    "word_cut",
    "reach_beyond",
    "bracket_beyond",
    "group_beyond",
    "own_beyond",
    "common_left",
    "class_alone",
    "class_apart",
    "sibling_left",
    "version_left",
    "version_differs",
    "other_character",
    "formless",
    "same_name",
    "empty",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The table as arrays.

    Attributes:
        scale: factor on a channel's bits, shape (profiles, channels).
        base: bits of a correspondence of a channel whatever it holds: what it costs that the best
            of many spans was taken; shape (profiles, channels).
        miss: bits a missed syllable, shape (profiles,).
        cost: bits that a leftover takes away, shape (profiles, leftovers).
        structure: bits a structural fact, shape (profiles, structures).
    """

    scale: Floats
    base: Floats
    miss: Floats
    cost: Floats
    structure: Floats


@cache
def weights() -> Weights:
    """Read the table on first use; a feature without a row has scale 1 and no cost."""
    scale = np.ones((len(PROFILES), len(CHANNELS)), dtype=np.float32)
    base = np.zeros_like(scale)
    miss = np.zeros(len(PROFILES), dtype=np.float32)
    cost = np.zeros((len(PROFILES), len(LEFTOVERS)), dtype=np.float32)
    structure = np.zeros((len(PROFILES), len(STRUCTURES)), dtype=np.float32)
    for row in rows("weights"):
        profile = PROFILES.index(row["profile"])
        sort, name, value = row["sort"], row["feature"], float(row["bits"])
        if sort == "scale":
            scale[profile, CHANNELS.index(Channel(name))] = value
        elif sort == "base":
            base[profile, CHANNELS.index(Channel(name))] = value
        elif sort == "miss":
            miss[profile] = value
        elif sort == "cost":
            cost[profile, LEFTOVER_NUMBER[name]] = value
        else:
            structure[profile, STRUCTURES.index(name)] = value
    return Weights(scale=scale, base=base, miss=miss, cost=cost, structure=structure)
