"""The shape of a channel, which every module of this room that makes one follows."""

from collections.abc import Sequence
from typing import Protocol

from namelink.model.batch import Batch, Cells
from namelink.model.kinds import Channel
from namelink.model.remark import Remark


class Reading(Protocol):
    """A channel: it proposes correspondences, and tells one in words."""

    channel: Channel

    def cells(self, batch: Batch) -> Cells:
        """Correspondences that the channel sees between the names of the batch's pairs.

        Args:
            batch: the pairs.

        Returns:
            The cells, in any order.
        """
        ...

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark | None:
        """Tell one of the channel's cells in words.

        Args:
            left: characters of the left span, each with its surname reading or an empty string.
            right: folded letters of the right span.
            detail: the cell's detail.

        Returns:
            What to say, None where the spans say it all.
        """
        ...
