"""Go through a search once more for one id, and say where it was won or lost."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from namelink.errors import InvalidInput
from namelink.index.found_by import features_of, known_aliases
from namelink.index.links import unsure
from namelink.index.search import NameOf, Search
from namelink.linking.ranking import Ranked
from namelink.model.batch import KINDS
from namelink.model.comparison import Comparison, Link
from namelink.model.evidence import Evidence
from namelink.model.kinds import VERDICTS, Channel, Kind, Outcome, Verdict
from namelink.model.options import Options
from namelink.model.why import Stage, Why
from namelink.pairing import Prepared, comparison
from namelink.scoring.calibration import calibrate
from namelink.scoring.score import verdicts

# Candidates among which the place of an id by keys is looked for.
_LOOKED_AT = 1_000
_KEYS = 12


def why(search: Search, name: NameOf, identity: object) -> Why:
    """Tell what became of a name and an id.

    Args:
        search: the index.
        name: the name that is searched, with its kind.
        identity: the id.

    Returns:
        The stage at which the pair was won or lost, and what led to it.
    """
    search.encode([name])
    asker = _Asker(search, name, identity)
    bearers = search.numbers_of(identity)
    if not bearers:
        return asker.told(Stage.NO_SUCH_ID)
    return asker.about(bearers)


def compared_link(search: Search, link: Link, kind: Kind) -> Comparison:
    """Compare the two names of a link once more, for the evidence.

    Args:
        search: the index that gave it.
        link: the link.
        kind: what the name was said to denote in the search.

    Returns:
        The pair, compared; the best of it where an id has one name as several kinds.

    Raises:
        InvalidInput: if the index holds no such row.
    """
    given: object = link
    if not isinstance(given, Link):
        raise InvalidInput(f"a link is a row of a search, not {given!r}")
    theirs = [search.name(number) for number in search.numbers_of(link.right_id)]
    found = [name for name in theirs if name[0] == link.right_name]
    if not found:
        raise InvalidInput(
            f"the index holds no row {link.right_id!r} of the name {link.right_name!r}: "
            "hand in a link that its own search gave"
        )
    asked = (link.left_name, kind)
    search.encode([asked])
    mine = search.prepared(*asked)
    compared = [comparison(mine, search.prepared(*name), search.options) for name in found]
    return max(compared, key=lambda each: each.bits)


class _Asker:
    """One search, gone through again."""

    def __init__(self, search: Search, name: NameOf, identity: object) -> None:
        self._search = search
        self._options = search.options
        self._raw = name[0]
        self._mine = search.prepared(*name)
        self._id = identity

    def told(self, stage: Stage, **further: Any) -> Why:  # noqa: ANN401 - fields of Why
        return Why(
            name=self._raw,
            id=self._id,
            stage=stage,
            candidates=self._search.depth(self._mine),
            **further,
        )

    def about(self, bearers: Sequence[int]) -> Why:
        ranked = self._search.candidates(self._mine, _LOOKED_AT).names.tolist()
        places = {number: place for place, number in enumerate(ranked, start=1)}
        best = min(bearers, key=lambda number: (places.get(number, _LOOKED_AT + 1), number))
        theirs = self._search.prepared(*self._search.name(best))
        compared = comparison(self._mine, theirs, self._options)
        known: dict[str, Any] = {
            "alias": theirs.name.raw,
            "shared": self._shared(theirs),
            "key_rank": places.get(best),
            "comparison": compared,
        }
        if not any(form.keys for form in self._mine.forms) or not any(
            form.keys for form in theirs.forms
        ):
            return self.told(Stage.NORMALIZED_AWAY, **known | {"comparison": None})
        scored = self._search.shortlists([self._mine])[0].names.tolist()
        if not set(bearers) & set(scored):
            stage = Stage.NOT_A_CANDIDATE if known["shared"] else Stage.NO_SHARED_KEY
            return self.told(stage, **known)
        return self._ranked(scored, known, places)

    def _ranked(
        self, scored: Sequence[int], known: dict[str, Any], places: Mapping[int, int]
    ) -> Why:
        """What evidence says, once the id is among those that are scored."""
        rows = self._search.ranking(self._mine, np.array(scored, dtype=np.int64))
        mine = next(row for row in rows if row.right_id == self._id)
        if mine.name != known["alias"]:
            number = next(each for each in scored if self._search.name(each)[0] == mine.name)
            theirs = self._search.prepared(*self._search.name(number))
            compared = comparison(self._mine, theirs, self._options)
            known |= {
                "alias": mine.name,
                "comparison": compared,
                "shared": self._shared(theirs),
                "key_rank": places.get(number),
            }
        known["rank"] = mine.rank
        return self._judged(rows, mine, known)

    def _judged(self, rows: Sequence[Ranked], mine: Ranked, known: dict[str, Any]) -> Why:
        compared: Comparison = known["comparison"]
        if compared.verdict is Verdict.NO_MATCH:
            against = _deciding(compared, self._options)
            stage = Stage.VETOED if against is not None else Stage.BELOW_THRESHOLD
            return self.told(stage, **known, deciding=against)
        known["confidence"] = mine.confidence
        if mine.tied:
            rival = rows[1 if mine.rank == 1 else 0]
            return self.told(Stage.TIED, **known, rival=rival.name, rival_id=rival.right_id)
        if mine.rank > 1:
            return self.told(
                Stage.OUTRANKED, **known, rival=rows[0].name, rival_id=rows[0].right_id
            )
        return self._first(mine, compared, known)

    def _first(self, mine: Ranked, compared: Comparison, known: dict[str, Any]) -> Why:
        """How the one that stands first got there, and whether it is sure."""
        named = [piece for piece in compared.evidence if piece.channel is Channel.ALIAS]
        if compared.verdict is Verdict.MATCH and unsure(
            mine, compared.relation, self._raw, self._options, aliased=bool(named)
        ):
            return self.told(Stage.UNSURE, **known)
        if named and _verdict_without(compared, named, self._options) is not compared.verdict:
            return self.told(Stage.OVERRIDDEN, **known, deciding=named[0])
        return self.told(Stage.WON, **known)

    def _shared(self, theirs: Prepared) -> tuple[str, ...]:
        """Keys of both names, those that tell most first."""
        held = features_of(theirs, known_aliases(self._options))
        return tuple(
            key for key in self._search.telling(self._search.wanted(self._mine)) if key in held
        )[:_KEYS]


def _deciding(compared: Comparison, options: Options) -> Evidence | None:
    """The one difference or fact without which the pair would not have been refused."""
    facts = [
        piece for piece in compared.evidence if piece.outcome in (Outcome.WHOLE, Outcome.DIFFERS)
    ]
    worst = min(facts, key=lambda piece: piece.bits, default=None)
    if worst is None or worst.bits >= 0:
        return None
    free = _verdict_without(compared, [worst], options) is not Verdict.NO_MATCH
    return worst if free else None


def _verdict_without(
    compared: Comparison, pieces: Sequence[Evidence], options: Options
) -> Verdict:
    """The verdict if some pieces of evidence were not there."""
    same = compared.left.script is compared.right.script
    profile = KINDS.index(compared.kind) + same * len(KINDS)
    score = calibrate(
        np.array([compared.bits - sum(piece.bits for piece in pieces)], dtype=np.float32),
        np.array([profile], dtype=np.int32),
        compared.prior,
    )
    told = np.array([any(each.bits > 0 for each in compared.evidence if each not in pieces)])
    return VERDICTS[int(verdicts(score, told, options)[0])]
