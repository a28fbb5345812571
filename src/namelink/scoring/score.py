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
from namelink.scoring.namesakes import namesakes
from namelink.scoring.nearness import Cosines, encoder_evidence
from namelink.scoring.order import out_of_order
from namelink.scoring.own_names import own_facts
from namelink.scoring.people import half_heard, other_character, person_facts
from namelink.scoring.relation import english_name, relations, without_atoms
from namelink.scoring.subjects import subject_facts
from namelink.scoring.systems import Settled, settle
from namelink.scoring.trades import without_trade
from namelink.scoring.versions import digit_left, doubt_bits, version_bits, version_facts
from namelink.scoring.weights import LEFTOVERS, STRUCTURES, weights

_PLAIN = ("legal_form", "particle", "generic", "title")
# Leftover classes that help to say who is meant.
DISTINCTIVE: npt.NDArray[np.bool_] = np.array(
    [name not in ("none", "beyond") and not name.endswith(_PLAIN) for name in LEFTOVERS]
)
_PLACES = np.array([name.endswith("_place") for name in LEFTOVERS])
_INDUSTRY = np.array([name.endswith(("_industry", "_trade_name")) for name in LEFTOVERS])
_EQUAL = RELATIONS.index(Relation.EQUAL)
_PERSON = KINDS.index(Kind.PERSON)
_SURFACE = CHANNELS.index(Channel.SURFACE)
_NOTHING_AGREES = STRUCTURES.index("nothing_agrees")
_VERSION_LEFT = STRUCTURES.index("version_left")
_NUMBER_LEFT = STRUCTURES.index("number_left")
# What a version weighs depends on all else.
_BUT_VERSION = np.arange(len(STRUCTURES)) != _VERSION_LEFT
_ONLY_SAME = np.array([name == "same_name" for name in STRUCTURES])
_NUMBERS = np.array([name.endswith("_number") for name in LEFTOVERS])


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
    english = english_name(alignment, DISTINCTIVE)
    relation = relations(batch, alignment, DISTINCTIVE, crossed, english)
    if options.name_order != "any":
        crossed = out_of_order(batch, alignment.cells, options.name_order)
    structure = structures(batch, settled, relation, crossed, english)
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
    told += (structure_bits * _BUT_VERSION).sum(axis=1, dtype=np.float64)
    structure_bits[:, _VERSION_LEFT] = version_bits(structure_bits[:, _VERSION_LEFT], told)
    own = prior + told + structure_bits[:, _VERSION_LEFT]
    sure = own + doubt_bits(batch, structure[:, _NUMBER_LEFT])
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
    )


def structures(
    batch: Batch, settled: Settled, relation: Ints, crossed: Flags, english: Flags
) -> Flags:
    """Which structural facts hold, shape (pairs, structures)."""
    alignment = settled.alignment
    pairs = len(batch.left_of)
    left = DISTINCTIVE[alignment.left_class]
    right = DISTINCTIVE[alignment.right_class]
    agreeing = np.zeros(pairs, dtype=bool)
    agreeing[alignment.cells.pair[alignment.agrees]] = True
    left_number = _NUMBERS[alignment.left_class].any(axis=1)
    right_number = _NUMBERS[alignment.right_class].any(axis=1)
    left_number |= right_number & digit_left(batch, alignment)
    left_place = _PLACES[alignment.left_class].any(axis=1)
    right_place = _PLACES[alignment.right_class].any(axis=1)
    own = own_facts(batch, alignment)
    beyond = own.whole & ~left.any(axis=1) & (right & ~own.country).any(axis=1)
    people = person_facts(batch, alignment, settled.channel)
    versions = version_facts(batch, alignment, DISTINCTIVE)
    subjects = subject_facts(batch, alignment)
    facts = {
        "both_left": left.any(axis=1) & right.any(axis=1),
        "number_left": left_number ^ right_number,
        "number_differs": left_number & right_number,
        "place_differs": left_place & right_place,
        "nothing_agrees": ~agreeing,
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
        "half_heard": half_heard(batch, alignment),
        "industry_differs": _INDUSTRY[alignment.left_class].any(axis=1)
        & _INDUSTRY[alignment.right_class].any(axis=1),
        "own_turned": own.turned,
        "formless": own.formless,
        # In another order two Latin words may be another person's name (Zhang Wei, Wei Zhang).
        "same_name": (relation == _EQUAL) & (batch.same | (batch.kind_of != _PERSON)),
        "own_apart": own.apart,
        "own_alone": own.alone,
        "syllables_differ": own.differ,
        "beyond_full": beyond & ~right_place,
        "place_beyond": beyond & right_place,
        "subject_beyond": own.whole & ~left.any(axis=1) & subjects.beyond,
        "subject_differs": own.whole & subjects.vague,
        "subjects_differ": own.whole & subjects.differ,
        "version_left": versions.only,
        "version_differs": versions.differ & ~(left_number & right_number),
        "other_character": other_character(batch, alignment),
        "empty": without_atoms(batch),
    }
    return np.stack([facts[name] for name in STRUCTURES], axis=1)
