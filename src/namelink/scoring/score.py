"""Score a batch of pairs: alignment, leftovers, structural facts, bits, relation, probability.

`Scored` keeps the numbers as arrays; `namelink.scoring.evidence` makes readable evidence of them
for the pairs that are shown.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Ints
from namelink.model.kinds import CHANNELS, RELATIONS, VERDICTS, Channel, Kind, Relation, Verdict
from namelink.model.options import Options
from namelink.scoring.align import Alignment, align
from namelink.scoring.calibration import calibrate
from namelink.scoring.cases import pool
from namelink.scoring.classes import ClassFacts, class_doubt, class_facts
from namelink.scoring.contrasts import excluded
from namelink.scoring.namesakes import namesakes
from namelink.scoring.nearness import Cosines, encoder_evidence
from namelink.scoring.order import out_of_order
from namelink.scoring.own_names import beyond_idle, own_facts
from namelink.scoring.people import PersonFacts, half_heard, other_character, person_facts
from namelink.scoring.plain_names import common_left
from namelink.scoring.relation import english_name, relations, without_atoms
from namelink.scoring.subjects import subject_facts
from namelink.scoring.systems import Settled, settle
from namelink.scoring.trades import without_trade
from namelink.scoring.versions import (
    digit_left,
    doubt_bits,
    month_left,
    version_bits,
    version_doubt,
    version_facts,
)
from namelink.scoring.weights import LEFTOVER_NUMBER, LEFTOVERS, STRUCTURES, sorts_where, weights
from namelink.scoring.whole_names import beyond_facts

_PLAIN = ("legal_form", "particle", "generic", "title")
# Leftover classes that help to say who is meant.
DISTINCTIVE: npt.NDArray[np.bool_] = np.array(
    [name not in ("none", "beyond") and not name.endswith(_PLAIN) for name in LEFTOVERS]
)
_SAYING = sorts_where(lambda name: bool(DISTINCTIVE[LEFTOVER_NUMBER[name]]))
_PLACES = sorts_where(lambda name: name.endswith("_place"))
_INDUSTRY = sorts_where(lambda name: name.endswith(("_industry", "_trade_name")))
_NUMBERS = sorts_where(lambda name: name.endswith("_number"))
_EQUAL = RELATIONS.index(Relation.EQUAL)
_PERSON = KINDS.index(Kind.PERSON)
_SURFACE = CHANNELS.index(Channel.SURFACE)
_NOTHING_AGREES = STRUCTURES.index("nothing_agrees")
_VERSION_LEFT = STRUCTURES.index("version_left")
_NUMBER_LEFT = STRUCTURES.index("number_left")
_CLASS_FACTS = [STRUCTURES.index(name) for name in ("class_alone", "class_apart", "sibling_left")]
_COMMON_LEFT = STRUCTURES.index("common_left")
# What a version weighs, or a word of names that hold common words alone, depends on all else.
_PLAIN_FACTS = ~np.isin(np.arange(len(STRUCTURES)), (_VERSION_LEFT, _COMMON_LEFT))
_ONLY_SAME = np.array([name == "same_name" for name in STRUCTURES])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The result of a batch; arrays have shape (pairs,) unless said.

    Attributes:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.
        channel: position in `CHANNELS` of each correspondence as it is told, shape (cells,).
        structure: whether each structural fact holds, shape (pairs, structures).
        structure_bits: what each weighs where it holds, in the same shape.
        nearness: cosine by the encoder, not a number where it is silent, None without one.
        nearness_bits: what the cosine weighs, 0 where the encoder is silent.
        kind_bits: what it weighs that the names may be of another kind than the pair's.
        bits: prior and all evidence.
        score: probability.
        relation: position in `Relation`.
        verdict: position in `Verdict`.
        namesakes: see `namelink.scoring.namesakes`.
    """

    batch: Batch
    alignment: Alignment
    channel: Ints
    structure: Flags
    structure_bits: Floats
    nearness: Cosines | None
    nearness_bits: Floats
    kind_bits: Floats
    bits: Floats
    score: Floats
    relation: Ints
    verdict: Ints
    namesakes: Floats


def prior_bits(options: Options) -> float:
    """Log odds of the prior, in bits."""
    return float(np.log2(options.prior / (1.0 - options.prior)))


def score(batch: Batch, cells: Cells, options: Options) -> Scored:
    """Score all pairs of a batch.

    Args:
        batch: the pairs.
        cells: correspondences of all channels that may speak.
        options: prior and cuts.

    Returns:
        The scores, with what they are made of.
    """
    table = weights()
    settled = settle(batch, align(batch, _written_alike(batch, cells), table), table)
    silent = _same_and_silent(batch, settled.alignment)
    alignment = _without_leftovers(without_trade(batch, settled.alignment), silent)
    settled = replace(settled, alignment=alignment)
    crossed = out_of_order(batch, alignment.cells)
    people = person_facts(batch, alignment, settled.channel)
    english = english_name(alignment, _SAYING) & ~people.called_differs
    relation = relations(batch, alignment, _SAYING, crossed, english)
    if options.name_order != "any":
        crossed = out_of_order(batch, alignment.cells, options.name_order)
    structure = structures(batch, settled, relation, crossed, english, people)
    structure[silent] &= _ONLY_SAME
    structure_bits = structure * table.structure[batch.profile_of]
    nearness, nearness_bits = encoder_evidence(batch, options.speaking_encoder)
    agreed = np.zeros(len(batch.left_of), dtype=np.float64)
    np.add.at(agreed, alignment.cells.pair, alignment.weight)
    prior = prior_bits(options)
    told = (
        agreed
        - alignment.left_cost.sum(axis=1, dtype=np.float64)
        - alignment.right_cost.sum(axis=1, dtype=np.float64)
        + nearness_bits
    )
    told += (structure_bits * _PLAIN_FACTS).sum(axis=1, dtype=np.float64)
    version = version_bits(structure_bits[:, _VERSION_LEFT], told)
    unsure = version_doubt(batch, version)
    structure_bits[:, _VERSION_LEFT] = version - unsure
    told += structure_bits[:, _VERSION_LEFT]
    structure_bits[:, _COMMON_LEFT] = version_bits(structure_bits[:, _COMMON_LEFT], told)
    own = prior + told + structure_bits[:, _COMMON_LEFT]
    sure = own + unsure + doubt_bits(batch, structure[:, _NUMBER_LEFT])
    alone, apart, sibling = structure[:, _CLASS_FACTS].T
    sure += class_doubt(batch, ClassFacts(alone=alone, apart=apart, sibling=sibling), sure)
    bits, chance = pool(batch, own, calibrate(sure, batch.profile_of, prior))
    speaks = ~structure[:, _NOTHING_AGREES] | (nearness_bits > 0)
    return Scored(
        batch=batch,
        alignment=alignment,
        channel=settled.channel,
        structure=structure,
        structure_bits=structure_bits.astype(np.float32),
        nearness=nearness,
        nearness_bits=nearness_bits,
        kind_bits=(bits - own).astype(np.float32),
        bits=bits.astype(np.float32),
        score=chance,
        relation=relation,
        verdict=verdicts(chance, speaks, options),
        namesakes=namesakes(batch, alignment, relation),
    )


def verdicts(probability: Floats, told: Flags, options: Options) -> Ints:
    """Cut probabilities at the options' thresholds.

    Args:
        probability: of each pair.
        told: whether anything speaks for it. Where nothing does, there is nothing to review: the
            probability says how often names tell nothing of each other and are one all the same.
        options: the thresholds.

    Returns:
        Positions in `Verdict`.
    """
    found = np.full(len(probability), VERDICTS.index(Verdict.NO_MATCH), dtype=np.int32)
    found[told & (probability >= options.review_at)] = VERDICTS.index(Verdict.REVIEW)
    found[told & (probability >= options.match_at)] = VERDICTS.index(Verdict.MATCH)
    return found


def _written_alike(batch: Batch, cells: Cells) -> Cells:
    """The cells without what two equal names need not be read by, or could be crossed by.

    A name may hold 斯 twice, and Tan may be read as Chan: each piece stands for itself.
    """
    if not batch.same.any():
        return cells
    itself = (cells.channel == _SURFACE) & (cells.left_start == cells.right_start)
    itself &= cells.left_size == cells.right_size
    return cells.take(itself | ~batch.same[cells.pair])


def _same_and_silent(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs of equal names of which no channel may say so."""
    silent = batch.same & ~without_atoms(batch)
    silent[alignment.cells.pair] = False
    return silent


def _without_leftovers(alignment: Alignment, pairs: Flags) -> Alignment:
    """The same, with nothing left over of some pairs: equal names differ in nothing."""
    if not pairs.any():
        return alignment
    kept = ~pairs[:, None]
    return replace(
        alignment,
        left_class=alignment.left_class * kept,
        right_class=alignment.right_class * kept,
        left_cost=alignment.left_cost * kept,
        right_cost=alignment.right_cost * kept,
        left_over=np.where(pairs, 0, alignment.left_over),
        right_over=np.where(pairs, 0, alignment.right_over),
        left_sorts=np.where(pairs, 0, alignment.left_sorts),
        right_sorts=np.where(pairs, 0, alignment.right_sorts),
    )


def structures(
    batch: Batch,
    settled: Settled,
    relation: Ints,
    crossed: Flags,
    english: Flags,
    people: PersonFacts,
) -> Flags:
    """Which structural facts hold, shape (pairs, structures)."""
    alignment = settled.alignment
    left, right = alignment.left_sorts, alignment.right_sorts
    any_left, any_right = (left & _SAYING) != 0, (right & _SAYING) != 0
    left_number, right_number = (left & _NUMBERS) != 0, (right & _NUMBERS) != 0
    months = month_left(alignment)
    digits = (right_number | months) & digit_left(batch, alignment)
    left_number |= digits
    right_number |= months & digits
    left_place, right_place = (left & _PLACES) != 0, (right & _PLACES) != 0
    own = own_facts(batch, alignment)
    full = own.whole & ~any_left
    beyond = beyond_idle(alignment, own, DISTINCTIVE, full & any_right)
    versions = version_facts(batch, alignment, _SAYING)
    subjects = subject_facts(batch, alignment)
    more = beyond_facts(alignment, own, subjects)
    classes = class_facts(batch, alignment)
    facts = {
        "both_left": any_left & any_right,
        "number_left": left_number ^ right_number,
        "number_differs": left_number & right_number,
        "place_differs": left_place & right_place,
        "nothing_agrees": ~alignment.pairs_of(alignment.agrees),
        "out_of_order": crossed,
        "english_name": english & ~people.given_differs,
        "mixed_systems": settled.mixed,
        "mixed_badly": settled.mixed_badly,
        "given_differs": people.given_differs,
        "given_unread": people.given_unread,
        "given_part": people.given_part,
        "given_extra": people.given_extra,
        "surname_differs": people.surname_differs,
        "surname_part": people.surname_part,
        "foreign_part": people.foreign_part,
        "called_differs": people.called_differs,
        "generation_differs": people.generation_differs,
        "half_heard": half_heard(batch, alignment),
        "industry_differs": ((left & _INDUSTRY) != 0) & ((right & _INDUSTRY) != 0),
        "own_turned": own.turned,
        "formless": own.formless,
        # In another order two Latin words may be another person's name (Zhang Wei, Wei Zhang).
        "same_name": (relation == _EQUAL) & (batch.same | (batch.kind_of != _PERSON)),
        "own_apart": own.apart,
        "own_alone": own.alone,
        "syllables_differ": own.differ,
        "beyond_full": beyond & ~right_place,
        "place_beyond": beyond & right_place,
        "subject_beyond": full & subjects.beyond,
        "subject_differs": own.whole & subjects.differ,
        "word_cut": own.cut,
        "reach_beyond": more.reach,
        "bracket_beyond": more.bracket,
        "group_beyond": more.group,
        "own_beyond": more.own,
        "excluded": excluded(batch, alignment),
        "common_left": common_left(batch, alignment),
        "class_alone": classes.alone,
        "class_apart": classes.apart,
        "sibling_left": classes.sibling,
        "version_left": versions.only,
        "version_differs": versions.differ & ~(left_number & right_number),
        "other_character": other_character(batch, alignment),
        "empty": without_atoms(batch),
    }
    # By rows of pairs, since how numbers lie in memory decides the last digits of their sum.
    return np.ascontiguousarray(np.array([facts[name] for name in STRUCTURES]).T)
