"""How the own names of two bodies, works or places stand to each other.

浙江大华 is not Zhejiang Dahe, and 周大生 is not Chow Tai Fook: a word that is spelled like Chinese
syllables would be those of the other name, whereas an English word may be any that a body chose.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Form
from namelink.model.kinds import CHANNELS, Kind, Role, Script
from namelink.model.side import ragged
from namelink.scoring.align import Alignment
from namelink.scoring.leftovers import run_together
from namelink.scoring.weights import ROMANIZED
from namelink.tables.latin_names import chinese_odds
from namelink.tables.lexicon import COUNTRY

_OWN = (Role.WORD, Role.TRADE_NAME)
_BODY = (Role.LEGAL_FORM, Role.GENERIC, Role.INDUSTRY, Role.TRADE_NAME)
_MORE = (Role.INDUSTRY, Role.GENERIC, Role.PLACE, Role.NUMBER)
_DOES = (Role.INDUSTRY,)
# Characters of two words at least.
_TWO_WORDS = 3
_SHORTEST = 3
_ROMANIZED = np.isin(np.arange(len(CHANNELS)), ROMANIZED)
# Bits that a spelling has to be more probable as Chinese syllables than as foreign letters.
_LEAST_ODDS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFacts:
    """Facts about pairs that are not of people; each has shape (pairs,), false for people.

    Attributes:
        apart: the own names of both sides are all left over; only common words agree.
        alone: the own names agree whole, and the right one says nothing else, where the left one
            has more words of what the body does: they are left out together (长方化学工业,
            Changfang).
        differ: a syllabic word is left over on the right, and an own character on the left.
        turned: neighboring characters are spelled in the other order: 金达 is not Tai Kam, though
            each syllable may be one of the characters.
        formless: a legal form ends the Chinese name, and the English one holds no word that bodies
            have, nor is the own name alone: 金利来集团 beside Lai King.
        whole: the Chinese name is one as a register has it, beside a Latin one. A legal form ends
            it, or a word such as 大学: what the English name says beyond it makes another body. A
            short name as an exchange prints it (复星旅游) leaves most out.
        country: whether each atom of the right name is China, which makes no other body, shape
            (pairs, atoms + 1).
    """

    apart: Flags
    alone: Flags
    differ: Flags
    turned: Flags
    formless: Flags
    whole: Flags
    country: Flags


def own_facts(batch: Batch, alignment: Alignment) -> OwnFacts:
    """Facts about the pairs of a batch that are not of people.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The facts.
    """
    bodies = batch.kind_of != KINDS.index(Kind.PERSON)
    own = batch.theirs.has_role(_OWN) & batch.theirs.of_shape("latin")
    said = [len(key) >= _SHORTEST and _is_syllabic(key) for key in batch.theirs.keys]
    mine = (batch.mine.has_role(_OWN) & batch.mine.of_shape("han"))[batch.left_of]
    theirs = own[batch.right_of]
    syllabic = (own & batch.theirs.spread(said, bool) & ~_parts(batch))[batch.right_of]
    over = alignment.left_class[:, : mine.shape[1]] > 0
    beyond = alignment.right_class[:, : theirs.shape[1]] > 0
    all_over = mine.any(axis=1) & ~(mine & ~over).any(axis=1)
    all_beyond = theirs.any(axis=1) & ~(theirs & ~beyond).any(axis=1)
    alone = bodies & ~(over & mine).any(axis=1) & mine.any(axis=1) & _alone(batch, alignment)
    return OwnFacts(
        apart=bodies & all_over & all_beyond,
        alone=alone,
        differ=bodies & (over & mine).any(axis=1) & (beyond & syllabic).any(axis=1),
        turned=bodies & _turned(batch, alignment),
        formless=_formless(batch) & ~alone,
        whole=bodies & _whole(batch),
        country=_country(batch),
    )


def _alone(batch: Batch, alignment: Alignment) -> Flags:
    """Whether a right name is an own name with a counterpart and perhaps a form.

    The left one has two words or more of what the body does, and none has a counterpart.
    """
    theirs = batch.theirs
    more = (theirs.has_role(_MORE) | ~theirs.of_shape("latin")) & (theirs.key >= 0)
    plain = theirs.latin & ~more.any(axis=1)
    over = alignment.left_class[:, : batch.mine.key.shape[1]] > 0
    does = batch.mine.has_role(_DOES)[batch.left_of]
    beyond = alignment.right_class[:, : theirs.key.shape[1]] > 0
    own = theirs.has_role(_OWN)[batch.right_of]
    words = (over & does).sum(axis=1) >= _TWO_WORDS
    found: Flags = plain[batch.right_of] & words & ~(does & ~over).any(axis=1)
    found &= ~(own & beyond).any(axis=1)
    return found


def _parts(batch: Batch) -> Flags:
    """Whether each atom of a right form is a part of a run-together word, shape (forms, atoms).

    The Sun of Sunline is a word, whatever syllable it could be.
    """
    found: Flags = ragged(
        [_parts_of(form) for form in batch.right], batch.theirs.key.shape[1], bool
    )
    return found


@lru_cache(maxsize=20_000)
def _parts_of(form: Form) -> tuple[bool, ...]:
    return tuple(run_together(form, at) > 1 for at in range(len(form.keys)))


def _turned(batch: Batch, alignment: Alignment) -> Flags:
    cells = alignment.cells
    single = _ROMANIZED[cells.channel] & (cells.left_size == 1)
    order = np.lexsort((cells.left_start, cells.pair))
    order = order[single[order]]
    pair, left, right = cells.pair[order], cells.left_start[order], cells.right_start[order]
    turned = (pair[1:] == pair[:-1]) & (left[1:] == left[:-1] + 1) & (right[1:] < right[:-1])
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[pair[1:][turned]] = True
    return found


def _country(batch: Batch) -> Flags:
    theirs = batch.theirs
    country = theirs.spread([key in COUNTRY for key in theirs.keys], bool)
    found = np.zeros((len(batch.right_of), country.shape[1] + 1), dtype=bool)
    found[:, :-1] = country[batch.right_of]
    return found


def _formless(batch: Batch) -> Flags:
    formed = np.array([form.roles[-1:] == (Role.LEGAL_FORM,) for form in batch.left], dtype=bool)
    formed &= batch.mine.han
    theirs = batch.theirs
    # Letters in capitals are what a company is called for short (比亚迪股份有限公司 BYD).
    words = (theirs.of_shape("latin") & (theirs.upper != 1)).any(axis=1)
    plain = theirs.latin & words & ~theirs.has_role(_BODY).any(axis=1)
    found: Flags = formed[batch.left_of] & plain[batch.right_of]
    return found


def _whole(batch: Batch) -> Flags:
    whole = np.array([_is_whole(form) for form in batch.left], dtype=bool)
    found: Flags = whole[batch.left_of] & batch.theirs.latin[batch.right_of]
    return found


def _is_whole(form: Form) -> bool:
    if form.script is not Script.HAN or len(form.keys) < _SHORTEST:
        return False
    last = form.roles[-1]
    if last is Role.LEGAL_FORM:
        return form.keys[-2:] == ("公", "司")
    return last is Role.GENERIC and form.word[-1:] == form.word[-2:-1]


@lru_cache(maxsize=100_000)
def _is_syllabic(word: str) -> bool:
    return chinese_odds((word,)) > _LEAST_ODDS
