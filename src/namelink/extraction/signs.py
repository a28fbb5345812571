"""Words in the run of Chinese text before a bracket that rather stand before a name than in it.

The run is read once; every hypothesis then asks what stands from its own start on.
"""

import re
from dataclasses import dataclass
from functools import cache

from namelink.extraction import weights
from namelink.extraction.lexicon import Lead, Lexicon
from namelink.extraction.words import HAN_BEFORE, HAN_ROLES, TITLES
from namelink.tables.names import titles
from namelink.text.script import HAN, LATIN

# Words of one character are too common inside names to say anything there.
_CLAUSE = re.compile(f"(?={'|'.join(word for word in HAN_BEFORE if len(word) > 1)})")
TITLE = rf"(?<![{LATIN}])(?:{'|'.join(sorted(TITLES))})(?![{LATIN}])"
_BEHIND_TITLE = re.compile(rf"(?={TITLE}\s?[{HAN}])", re.IGNORECASE)


@cache
def roles() -> tuple[str, ...]:
    """Words for a person's role, longest first: those of prose and the titles of the tables."""
    words = {*HAN_ROLES, *titles("han", "before")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _role() -> re.Pattern[str]:
    return re.compile(f"(?=({'|'.join(roles())}))")


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands where in a run, by positions in the text.

    Attributes:
        end: one past the last character of the run.
        leads: words that lead up to a name, by the lexicon.
        clauses: starts of words that introduce a name.
        roles: words for a role, the longest at each place.
        titles: starts of English titles right before a Han character.
    """

    end: int
    leads: tuple[Lead, ...]
    clauses: tuple[int, ...]
    roles: tuple[tuple[int, int], ...]
    titles: tuple[int, ...]

    def led(self, start: int) -> str:
        """What sort of leading word ends at a place: function, verb, or none."""
        sorts = {sort for _, stop, sort in self.leads if stop == start}
        return "function" if "function" in sorts else "verb" if sorts else ""

    def inside(self, start: int) -> float:
        """Bits for such words in the name that begins at a place and ends with the run."""
        bits = weights.ENGLISH_TITLE_INSIDE if any(at >= start for at in self.titles) else 0.0
        role = next((span for span in self.roles if span[0] >= start), None)
        bits += weights.ROLE_INSIDE if role and role[1] < self.end else 0.0
        return bits + self._clause(start)

    def _clause(self, start: int) -> float:
        # A word that is all of the name is its title (活着).
        inside = [
            lead for lead in self.leads if lead[0] >= start and lead[:2] != (start, self.end)
        ]
        function = any(sort == "function" for *_, sort in inside)
        if function or any(at >= start for at in self.clauses):
            return weights.PARTICLE_INSIDE
        if not inside:
            return 0.0
        return weights.VERB_INSIDE if inside[-1][0] > start else weights.VERB_FIRST


def signs(text: str, start: int, end: int, lexicon: Lexicon) -> Signs:
    """Read a run of Chinese text.

    Args:
        text: the text.
        start: first character of the run.
        end: one past its last character.
        lexicon: what is known of Chinese words.
    """
    run = text[start:end]
    return Signs(
        end=end,
        leads=tuple((start + a, start + b, sort) for a, b, sort in lexicon.leading_words(run)),
        clauses=tuple(start + hit.start() for hit in _CLAUSE.finditer(run)),
        roles=tuple((start + hit.start(1), start + hit.end(1)) for hit in _role().finditer(run)),
        titles=tuple(start + hit.start() for hit in _BEHIND_TITLE.finditer(run)),
    )
