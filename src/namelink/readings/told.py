"""What the words of left names mean, and which of it the right names that they meet ask for.

>>> told = Told({0: [(0, 2, {"bank": 6.0, "shore": 1.0})]}, [(0, 5)])
>>> [(each.key, each.bits) for each in told.met([Entry(5, "bank", 1, 1, 0.0)])]
[('bank', 6.0)]
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from namelink.readings.joins import Entry

# Phrases of stems with bits. Nothing but text and numbers is in it: the collector passes it over.
Meant = dict[str, float]


class Told:
    """What the words of left forms mean.

    Attributes:
        keys: all phrases of stems that any word means.
    """

    __slots__ = ("_partners", "_words", "keys")

    def __init__(
        self,
        words: Mapping[int, Sequence[tuple[int, int, Meant]]],
        pairs: Iterable[tuple[int, int]],
    ) -> None:
        """Keep what is told.

        Args:
            words: first atom, number of atoms and phrases of each word, by left form.
            pairs: left and right forms that meet.
        """
        self.keys: set[str] = set().union(*[own for told in words.values() for *_, own in told])
        self._words = words
        self._partners: defaultdict[int, list[int]] = defaultdict(list)
        for left, right in pairs:
            self._partners[left].append(right)

    def asked(
        self, by_right: Mapping[int, Collection[str]]
    ) -> Iterator[tuple[int, int, int, Meant, set[str]]]:
        """The words of left forms, beside what the right forms that they meet ask for.

        Args:
            by_right: what each right form asks for.

        Yields:
            Left form, first atom, number of atoms, phrases, and all that is asked for.
        """
        for row, words in self._words.items():
            some: set[str] = set()
            for right in self._partners[row]:
                if right in by_right:
                    some.update(by_right[right])
            if some:
                for start, size, own in words:
                    yield row, start, size, own, some

    def met(self, right: Iterable[Entry]) -> list[Entry]:
        """Entries of the left forms that may meet some of right forms.

        Args:
            right: entries whose keys are phrases of stems.

        Returns:
            The entries.
        """
        by_right: defaultdict[int, set[str]] = defaultdict(set)
        for entry in right:
            by_right[entry.row].add(str(entry.key))
        return [
            Entry(row, key, start, size, own[key])
            for row, start, size, own, some in self.asked(by_right)
            if not own.keys().isdisjoint(some)
            for key in own
            if key in some
        ]
