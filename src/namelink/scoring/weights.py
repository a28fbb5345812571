"""Fitted numbers of scoring: how much each channel counts and what each leftover costs, a kind.

``tools/fit.py`` writes the table; its header names what it was fitted on.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from namelink.model.batch import KINDS, Floats
from namelink.model.kinds import Channel, Role
from namelink.tables.loader import rows

CHANNELS: tuple[Channel, ...] = tuple(Channel)

# What an atom is to scoring when nothing corresponds to it: the role it plays, and for Latin
# words whether it could be a Chinese syllable or is a Western given name.
LEFTOVERS: tuple[str, ...] = (
    "none",
    *(f"han_{role.value}" for role in Role),
    *(f"latin_{role.value}" for role in Role),
    "latin_syllables",
    "latin_western",
    "beyond",
)
LEFTOVER_NUMBER = {name: number for number, name in enumerate(LEFTOVERS)}

# Facts about the whole pair, told as one piece of evidence each when they hold.
STRUCTURES: tuple[str, ...] = ("both_left", "number_left", "nothing_agrees")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The table as arrays.

    Attributes:
        scale: factor on a channel's bits, shape (kinds, channels).
        miss: bits a missed syllable, shape (kinds,).
        cost: bits that a leftover takes away, shape (kinds, leftovers).
        structure: bits a structural fact, shape (kinds, structures).
    """

    scale: Floats
    miss: Floats
    cost: Floats
    structure: Floats


@cache
def weights() -> Weights:
    """Read the table on first use; a feature without a row has scale 1 and no cost."""
    scale = np.ones((len(KINDS), len(CHANNELS)), dtype=np.float32)
    miss = np.zeros(len(KINDS), dtype=np.float32)
    cost = np.zeros((len(KINDS), len(LEFTOVERS)), dtype=np.float32)
    structure = np.zeros((len(KINDS), len(STRUCTURES)), dtype=np.float32)
    for row in rows("weights"):
        kind = KINDS.index(next(k for k in KINDS if k.value == row["kind"]))
        sort, name, value = row["sort"], row["feature"], float(row["bits"])
        if sort == "scale":
            scale[kind, CHANNELS.index(Channel(name))] = value
        elif sort == "miss":
            miss[kind] = value
        elif sort == "cost":
            cost[kind, LEFTOVER_NUMBER[name]] = value
        else:
            structure[kind, STRUCTURES.index(name)] = value
    return Weights(scale=scale, miss=miss, cost=cost, structure=structure)
