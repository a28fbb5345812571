"""Score pairs of names: normalize, make forms, ask the channels, align, calibrate.

The one path by which any score comes about: for one pair, for a list of pairs, for the candidates
of a table and for the boundaries of a mention.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache, partial
from math import isnan

import numpy as np

from namelink.collector import collector_paused
from namelink.model.batch import KINDS, Batch, Cells, Floats, Form, Ints, join_cells, make_batch
from namelink.model.comparison import Comparison
from namelink.model.evidence import Evidence
from namelink.model.kinds import (
    CHANNELS,
    RELATIONS,
    ROMANIZATIONS,
    VERDICTS,
    Channel,
    Kind,
    Script,
)
from namelink.model.name import Name
from namelink.model.options import Options
from namelink.model.side import distinct
from namelink.normalization.forms import forms_at, forms_of, taken_as
from namelink.normalization.guesses import alike_of, guesses_of
from namelink.normalization.names import normalize
from namelink.readings.acronym import Acronyms
from namelink.readings.alias import Alias
from namelink.readings.brand import Brands
from namelink.readings.elements import Elements
from namelink.readings.expand import Index, repeat_by
from namelink.readings.homophone import Homophones
from namelink.readings.japanese import Japanese
from namelink.readings.look_alike import LookAlikes
from namelink.readings.meaning import Meaning
from namelink.readings.named import breaking, by_sound
from namelink.readings.protocol import Reading
from namelink.readings.remarks import remark_of
from namelink.readings.respelled import Respelled
from namelink.readings.romanized import Romanized
from namelink.readings.surface import Initials, Surface
from namelink.readings.transliteration import Transliteration
from namelink.readings.vietnamese import Vietnamese
from namelink.scoring.cases import kinds_of
from namelink.scoring.evidence import evidence_of
from namelink.scoring.score import Scored, prior_bits, score
from namelink.scoring.variants import FormPairs

_SINGLE: tuple[Reading, ...] = (
    Elements(),
    Vietnamese(),
    Transliteration(),
    Meaning(),
    Acronyms(),
    Surface(),
    Initials(),
    Japanese(),
    Brands(),
)
_HOMOPHONES = Homophones()
_LOOK_ALIKES = LookAlikes()
_BY_SOUND = frozenset({*ROMANIZATIONS, Channel.TRANSLITERATION, Channel.JAPANESE, Channel.BRAND})
_PAIRS_AT_ONCE = 16_384
_PREPARED_KEPT = 1024
# Channels that read a name word by word; what is written alike may stand anywhere.
_READ = np.array([channel in {*_BY_SOUND, Channel.MEANING} for channel in CHANNELS])
# What a correspondence loses for each known word that it cuts in two.
_CUT_BITS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Formed:
    """A name as scoring takes it.

    Attributes:
        forms: the name itself, then its variants.
    """

    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared(Formed):
    """A name with its forms.

    Attributes:
        name: the normalized name.
    """

    name: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class PairResults:
    """Results a pair, as arrays of shape (pairs,).

    Attributes:
        bits: prior and evidence.
        score: probability.
        relation: position in `Relation`.
        verdict: position in `Verdict`.
        kind: position in `Kind`.
        channels: bit mask of the channels that carried agreement, by position in `CHANNELS`.
        namesakes: expected number of other bearers of such a name, not a number where unknown.
    """

    bits: Floats
    score: Floats
    relation: Ints
    verdict: Ints
    kind: Ints
    channels: Ints
    namesakes: Floats


_NO_FLOATS, _NO_INTS = np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int32)
_NO_RESULTS = PairResults(
    bits=_NO_FLOATS,
    score=_NO_FLOATS,
    relation=_NO_INTS,
    verdict=_NO_INTS,
    kind=_NO_INTS,
    channels=_NO_INTS,
    namesakes=_NO_FLOATS,
)


@collector_paused()
def prepare(name: str, kind: Kind, options: Options) -> Prepared:
    """Normalize a name and make its forms.

    Args:
        name: any string.
        kind: the kind if it is known.
        options: the limits.

    Returns:
        The prepared name.

    Raises:
        InvalidName: if the name is not a string.
    """
    # What cannot be hashed is no string, and told so.
    make = _kept if type(name) is str else _prepare
    return make(name, kind, options.limits.atoms)


def _prepare(name: str, kind: Kind, limit: int) -> Prepared:
    known = normalize(name, kind=kind, limit=limit)
    return Prepared(name=known, forms=forms_of(known, limit))


# For callers who compare one name with many, pair by pair.
_kept = lru_cache(maxsize=_PREPARED_KEPT)(_prepare)


def score_pairs(
    left: Sequence[Formed], right: Sequence[Formed], pairs: tuple[Ints, Ints], options: Options
) -> PairResults:
    """Score pairs given by positions, in blocks that bound the memory.

    Args:
        left: prepared left names.
        right: prepared right names.
        pairs: positions of the left and right name of each pair.
        options: prior, cuts and channels.

    Returns:
        The results.
    """
    total = len(pairs[0])
    blocks = [
        _block(left, right, (pairs[0][begin:end], pairs[1][begin:end]), options)
        for begin in range(0, total, _PAIRS_AT_ONCE)
        for end in (min(begin + _PAIRS_AT_ONCE, total),)
    ]
    return joined(blocks)


def joined(parts: Sequence[PairResults]) -> PairResults:
    """Results one after the other; of no part, none."""
    every = (_NO_RESULTS, *parts)
    return PairResults(
        **{
            item.name: np.concatenate([getattr(part, item.name) for part in every])
            for item in fields(PairResults)
        }
    )


def evidence(
    left: Prepared, right: Prepared, options: Options
) -> tuple[tuple[Evidence, ...], PairResults]:
    """Score one pair and tell what the score is made of, spans in the two normalized texts.

    Args:
        left: the left name.
        right: the right name.
        options: prior, cuts and channels.

    Returns:
        The evidence and the results, of shape (1,).
    """
    one = np.zeros(1, dtype=np.int32)
    scored, plan = score_forms([left], [right], (one, one), options)
    best = plan.best(scored)[0]
    pieces = evidence_of(scored, int(best), partial(remark_of, _SINGLE))
    form_left = left.forms[plan.left_form[best]]
    form_right = right.forms[plan.right_form[best]]
    if plan.flipped[best]:
        pieces = tuple(piece.flipped() for piece in pieces)
    moved = tuple(
        piece.moved(_offset(left.name.text, form_left), _offset(right.name.text, form_right))
        for piece in pieces
    )
    return moved, _results(scored, plan)


def comparison(left: Prepared, right: Prepared, options: Options) -> Comparison:
    """Compare two prepared names, with the evidence in words."""
    pieces, result = evidence(left, right, options)
    namesakes = float(result.namesakes[0])
    return Comparison(
        left=left.name,
        right=right.name,
        kind=KINDS[int(result.kind[0])],
        prior=prior_bits(options),
        evidence=pieces,
        bits=float(result.bits[0]),
        score=float(result.score[0]),
        verdict=VERDICTS[int(result.verdict[0])],
        relation=RELATIONS[int(result.relation[0])],
        namesakes=None if isnan(namesakes) else namesakes,
    )


def _block(
    left: Sequence[Formed], right: Sequence[Formed], pairs: tuple[Ints, Ints], options: Options
) -> PairResults:
    scored, plan = score_forms(left, right, pairs, options)
    return _results(scored, plan)


def _results(scored: Scored, plan: FormPairs) -> PairResults:
    best = plan.best(scored)
    carried = np.zeros(len(scored.bits), dtype=np.int32)
    good = scored.alignment.weight > 0
    np.bitwise_or.at(
        carried,
        scored.alignment.cells.pair[good],
        (1 << scored.channel[good]).astype(np.int32),
    )
    carried[scored.nearness_bits > 0] |= 1 << CHANNELS.index(Channel.ENCODER)
    return PairResults(
        bits=scored.bits[best],
        score=scored.score[best],
        relation=scored.relation[best],
        verdict=scored.verdict[best],
        kind=scored.batch.kind_of[best],
        channels=carried[best],
        namesakes=scored.namesakes[best],
    )


@collector_paused()
def score_forms(
    left: Sequence[Formed], right: Sequence[Formed], pairs: tuple[Ints, Ints], options: Options
) -> tuple[Scored, FormPairs]:
    """Score all form pairs of the given name pairs."""
    lefts, left_at = distinct(pairs[0], len(left))
    rights, right_at = distinct(pairs[1], len(right))
    mine, theirs = [left[at] for at in lefts], [right[at] for at in rights]
    forms = [form for each in (*mine, *theirs) for form in each.forms]
    many = np.array([len(each.forms) for each in (*mine, *theirs)], dtype=np.int64)
    begin = np.cumsum(many) - many
    right_at = right_at + len(mine)
    # Every form of the one with every form of the other.
    pair, inside = repeat_by(many[left_at] * many[right_at])
    left_form, right_form = np.divmod(inside, many[right_at][pair])
    one, other = begin[left_at][pair] + left_form, begin[right_at][pair] + right_form
    flipped = _flips(forms, one, other)
    # Each variant is of the kind that it is guessed to be: 吴泽明 Wu Zeming is no whole.
    guesses = guesses_of(forms)
    alike = alike_of(guesses, one, other)
    case, kind_of, share, translatable = kinds_of(
        guesses["shares"], guesses["chinese"], one, other
    )
    pair, flipped, one, other = pair[case], flipped[case], one[case], other[case]
    left_form, right_form = left_form[case], right_form[case]
    one, other = (taken_as(guesses["person"], side, kind_of) for side in (one, other))
    written_of, spelled_of = np.where(flipped, other, one), np.where(flipped, one, other)
    written, left_of = distinct(written_of, 2 * len(forms))
    spelled, right_of = distinct(spelled_of, 2 * len(forms))
    batch = make_batch(
        forms_at(forms, written, options.limits.atoms),
        forms_at(forms, spelled, options.limits.atoms),
        left_of,
        right_of,
        kind_of,
        translatable,
    )
    batch = replace(batch, case_of=case.astype(np.int32), share=share, alike=alike[case])
    cells = _ask(batch, options)
    plan = FormPairs(
        pair=pair,
        left_form=left_form,
        right_form=right_form,
        flipped=flipped,
        left_whole=(left_form == 0) & (many[left_at] > 1)[pair],
        right_whole=(right_form == 0) & (many[right_at] > 1)[pair],
    )
    return score(batch, cells, options), plan


def _ask(batch: Batch, options: Options) -> Cells:
    """Cells of all channels that may speak, each with its channel's number."""
    parts = [Romanized(options.channels).cells(batch), Respelled(options.channels).cells(batch)]
    heard, numbers = [True, False], []
    for reading in (*_SINGLE, _HOMOPHONES, _LOOK_ALIKES, Alias(options.aliases)):
        if reading.channel not in options.channels:
            continue
        found = reading.cells(batch)
        if len(found.pair):
            parts.append(found)
            numbers.append(CHANNELS.index(reading.channel))
            heard.append(reading.channel in _BY_SOUND)
    cells = join_cells(parts)
    if not len(cells):
        return cells
    sizes = [len(part.pair) for part in parts]
    own = np.array(numbers, dtype=np.int32).repeat(sizes[2:])
    channel = np.concatenate([cells.channel[: len(cells) - len(own)], own])
    # What sound proposes of all channels is looked at once.
    cells = by_sound(
        batch, cells.changed(channel=channel), np.array(heard).repeat(sizes), sizes[0]
    )
    loss = _CUT_BITS * breaking(batch, cells) * _READ[cells.channel]
    return cells.changed(bits=(cells.bits - loss).astype(np.float32))


def _flips(forms: Sequence[Form], one: Index, other: Index) -> np.ndarray:
    """Whether the right form is the written one; the forms alone decide, never their sides."""
    han = np.array([form.script is Script.HAN for form in forms], dtype=bool)
    alike = han[one] == han[other]
    # Names of two scripts need no order, and are nearly all.
    if not alike.any():
        return han[other]
    asked = distinct(np.concatenate([one[alike], other[alike]]), len(forms))[0].tolist()
    order = sorted(asked, key=lambda at: (forms[at].keys, forms[at].text))
    place = np.empty(len(forms), dtype=np.int64)
    place[order] = np.arange(len(order))
    flipped: np.ndarray = np.where(alike, place[other] < place[one], han[other])
    return flipped


def _offset(text: str, form: Form) -> int:
    """Where a variant stands in the text of its name."""
    return max(text.find(form.text), 0)


def channel_names(mask: int) -> Iterator[str]:
    """Names of the channels in a mask of `PairResults.channels`."""
    return (channel.value for at, channel in enumerate(CHANNELS) if mask >> at & 1)
