"""Brands that one side writes bare: 索菲特酒店 is Sofitel, and 壳牌加油站 is Shell.

A chain is known by its own name, and Chinese adds what it does. Where all of the English name is
the brand and is found in the Chinese one, the words of trade that are left over tell little.
"""

from dataclasses import replace

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags
from namelink.model.kinds import Kind
from namelink.scoring.align import Alignment
from namelink.scoring.weights import sorts_where

_BUT_TRADE = sorts_where(lambda name: name not in ("han_industry", "han_generic"))
# What is left of the cost of words of trade.
_SHARE = np.float32(0.35)
# Characters of one word. What a body does in more words is left out together, a fact of its own.
_ONE_WORD = 2


def without_trade(batch: Batch, alignment: Alignment) -> Alignment:
    """Let words of trade cost less beside a bare brand.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The alignment with the smaller costs.
    """
    bare = _bare(batch, alignment)
    if not bare.any():
        return alignment
    cost = np.where(bare[:, None], alignment.left_cost * _SHARE, alignment.left_cost)
    return replace(alignment, left_cost=cost)


def _bare(batch: Batch, alignment: Alignment) -> Flags:
    """Whether each pair is a Chinese name with words of trade, and its brand alone."""
    found = batch.mine.han[batch.left_of] & alignment.theirs["brand"]
    found &= batch.kind_of != KINDS.index(Kind.PERSON)
    found &= (alignment.right_sorts == 0) & ((alignment.left_sorts & _BUT_TRADE) == 0)
    many = np.bitwise_count(alignment.left_over) > _ONE_WORD
    found &= ~(many & (batch.kind_of == KINDS.index(Kind.ORG)))
    bare: Flags = found & alignment.pairs_of(alignment.agrees)
    return bare
