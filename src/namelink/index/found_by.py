"""What a name of a table is found by, and what a name that is looked for asks for."""

from collections.abc import Callable, Sequence

from namelink.model.batch import Form
from namelink.model.kinds import Channel
from namelink.model.options import Options
from namelink.pairing import Prepared
from namelink.readings.alias import Alias
from namelink.readings.character_features import Features, raise_all
from namelink.readings.hearing import Hearing
from namelink.readings.retrieval import features, heard, weighed


def known_aliases(options: Options) -> Alias:
    """The alias channel, mute when it may not speak."""
    return Alias(options.aliases) if Channel.ALIAS in options.channels else Alias()


def features_of(name: Prepared, known: Alias) -> dict[str, float]:
    """What a name of a table is found by: features of all its forms.

    Args:
        name: the name.
        known: the caller's aliases.

    Returns:
        Weight by feature.
    """
    found: dict[str, float] = {}
    for form in name.forms:
        raise_all(found, (features(form) | known.features(form)).items())
    return found


def asked_by(
    name: Prepared,
    known: Alias,
    hearing: Sequence[Hearing],
    weigh: Callable[[Form, Features], Features] = weighed,
) -> dict[str, float]:
    """What a name looks for in its counterparts.

    Args:
        name: the name.
        known: the caller's aliases.
        hearing: foreign names of the tables that are searched.
        weigh: gives the features of one form the weights that they are asked with.

    Returns:
        Weight by feature.
    """
    found: dict[str, float] = {}
    for form in name.forms:
        own = features(form) | known.features(form)
        for each in hearing:
            own |= heard(form, each)
        raise_all(found, weigh(form, own).items())
    return found
