"""What the channels say of a correspondence, asked by the channel that carried it."""

from collections.abc import Sequence

from namelink.model.kinds import ROMANIZATIONS, Channel, Script
from namelink.model.remark import Remark
from namelink.readings.alias import Alias
from namelink.readings.elements import ELEMENT
from namelink.readings.homophone import Homophones
from namelink.readings.look_alike import LOOK_ALIKE, LookAlikes
from namelink.readings.protocol import Reading
from namelink.readings.respelled import RESPELLED, Respelled
from namelink.readings.romanized import Romanized
from namelink.readings.vietnamese import VIETNAMESE


def remark_of(
    readings: Sequence[Reading],
    channel: Channel,
    left: Sequence[tuple[str, str]],
    right: Sequence[str],
    detail: int,
    script: Script,
) -> Remark | None:
    """What to say of a correspondence.

    Args:
        readings: the channels that speak for themselves alone.
        channel: the channel that carried it.
        left: characters of the left span, each with its surname reading or an empty string.
        right: folded keys of the right span.
        detail: the cell's detail.
        script: of the right name.

    Returns:
        The remark, None where the spans say it all.
    """
    solid = "".join(right)
    if script is Script.HAN and channel is Channel.PINYIN:
        return Homophones().note(left, solid, detail)
    if channel is Channel.SURFACE and detail == LOOK_ALIKE:
        return LookAlikes().note(left, solid, detail)
    if channel in ROMANIZATIONS:
        if detail == RESPELLED:
            return Respelled().note(left, solid, detail)
        return Romanized().note(left, solid, channel)
    # A meaning and a custom are told in words, a sound or an acronym as one.
    apart = channel is Channel.MEANING or detail in (ELEMENT, VIETNAMESE)
    words = " ".join(right) if apart else solid
    told = (
        own.note(left, words, detail) for own in (*readings, Alias()) if own.channel is channel
    )
    return next(filter(None, told), None)
