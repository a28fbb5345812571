"""Brands that one side writes bare: 索菲特酒店 is Sofitel, and 壳牌加油站 is Shell.

A chain is known by its own name, and Chinese adds what it does. Where all of the English name is
the brand and is found in the Chinese one, the words of trade that are left over tell little.
"""

from dataclasses import replace

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags
from namelink.model.kinds import Kind, Role
from namelink.scoring.align import Alignment
from namelink.scoring.weights import LEFTOVERS

_TRADE = np.array([name in ("none", "han_industry", "han_generic") for name in LEFTOVERS])
_OWN = frozenset({Role.WORD})
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
    cost = np.where(bare[:, None], alignment.left_cost * _SHARE, alignment.left_cost)
    return replace(alignment, left_cost=cost.astype(np.float32))


def _bare(batch: Batch, alignment: Alignment) -> Flags:
    """Whether each pair is a Chinese name with words of trade, and its brand alone."""
    own = batch.theirs.has_role(_OWN) & batch.theirs.of_shape("latin")
    atoms = np.arange(own.shape[1]) < batch.theirs.size[:, None]
    brand = (own | ~atoms).all(axis=1) & ~batch.theirs.han
    found = batch.mine.han[batch.left_of] & brand[batch.right_of]
    found &= batch.kind_of != KINDS.index(Kind.PERSON)
    found &= ~(alignment.right_class > 0).any(axis=1) & _TRADE[alignment.left_class].all(axis=1)
    many = (alignment.left_class > 0).sum(axis=1) > _ONE_WORD
    found &= ~(many & (batch.kind_of == KINDS.index(Kind.ORG)))
    agrees = np.zeros(len(found), dtype=bool)
    agrees[alignment.cells.pair[alignment.agrees]] = True
    bare: Flags = found & agrees
    return bare
