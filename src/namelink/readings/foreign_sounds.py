"""What sounds foreign names are searched with: characters, the chunk table, letters by chance."""

from collections.abc import Sequence
from functools import cache

from namelink.model.batch import KINDS, Batch, Floats, Form
from namelink.model.kinds import Kind, Role
from namelink.readings.decoding import Others
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import Index
from namelink.readings.numbered import Numbered
from namelink.tables.chunk_rest import Rest
from namelink.tables.chunks import LONGEST, piece_emissions, pieces
from namelink.tables.latin_names import ground_bits

# Parts that have no sound on the other side, and parts of organizations' names that are
# translated whenever they have a counterpart at all.
MUTE = frozenset({Role.LEGAL_FORM, Role.PARTICLE, Role.NUMBER})
TRANSLATED = frozenset({Role.GENERIC, Role.INDUSTRY})


class ForeignSounds:
    """Foreign names in Chinese, by the chunk table."""

    longest = LONGEST

    def heard(self, batch: Batch) -> list[tuple[str, ...]]:
        """Characters with a sound, but for words that the tables translate."""
        found = []
        for form in batch.left:
            # A word of an organization's name that the tables translate is not cut for its sound.
            org = max(range(len(KINDS)), key=form.kinds.__getitem__) == KINDS.index(Kind.ORG)
            roles = _alone_sound(form) if org else form.roles
            silent = MUTE | TRANSLATED if org else MUTE
            found.append(
                tuple(
                    key if shape == "han" and role not in silent and pinyin_readings(key) else ""
                    for key, shape, role in zip(form.keys, form.shapes, roles, strict=True)
                )
            )
        return found

    def chunks(self, chars: Sequence[str], words: Sequence[Sequence[str]]) -> Numbered:
        """All that the table has."""
        del chars, words
        return _numbered()

    def emissions(self, chars: Sequence[str], chunks: Numbered, wanted: Index) -> Floats:
        """Of the table, with what it backs off to."""
        del chunks
        return piece_emissions(_said(chars), wanted)

    def others(self, chars: Sequence[str]) -> Others:
        """By the halves of their syllables."""
        return Rest(_said(chars))

    def ground(self, letters: str) -> float:
        """As letters or as Chinese syllables."""
        return ground_bits(letters)


@cache
def _numbered() -> Numbered:
    return Numbered(pieces())


def _said(chars: Sequence[str]) -> list[tuple[str, str]]:
    """Characters, each with its usual syllable."""
    said = [pinyin_readings(char) for char in chars]
    return [(char, own[0][0] if own else "") for char, own in zip(chars, said, strict=True)]


def _alone_sound(form: Form) -> tuple[Role, ...]:
    """Roles in which a single character beside a body's own name is part of it: 凡谷, 贝岭.

    Behind a place it is the place's (深圳市).
    """
    roles = list(form.roles)
    for at, role in enumerate(form.roles):
        before = form.roles[max(at - 1, 0) : at]
        around = {*before, *form.roles[at + 1 : at + 2]}
        alone = role in TRANSLATED and role not in around and Role.PLACE not in before
        if alone and around & {Role.WORD, Role.TRADE_NAME}:
            roles[at] = Role.WORD
    return tuple(roles)
