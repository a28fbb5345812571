"""Characters that are one in different dress: traditional, simplified, Japanese, variant.

Names are compared in simplified space through equivalence classes: each character maps to the
representative of its class. Many traditional characters may share one (發 and 髮 are both 发), so
the map only ever goes this way and never guesses a traditional form.

The classes come from OpenCC's character conversion (Apache-2.0), whichever of the packages
``opencc`` and ``opencc-python-reimplemented`` is installed (they share one import name and
overwrite each other), and from the table ``name_variants`` for what OpenCC keeps apart.

>>> fold_han("習近平"), fold_han("鍾"), fold_han("Wu 沢")
('习近平', '钟', 'Wu 泽')
"""

from collections.abc import Callable
from functools import cache, lru_cache

from namelink.tables.loader import rows
from namelink.text.script import is_han


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    # The C++ package wants the file name in older releases and the bare name in all; the
    # reimplementation takes the bare name.
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@cache
def _own_variants() -> dict[str, str]:
    return {row["variant"]: row["base"] for row in rows("name_variants")}


# Steps to a representative: a variant of a traditional form of a simplified character takes three.
_MOST_STEPS = 4


@cache
def _class_of(char: str) -> str:
    """Representative of one character's class: converted alone, so that no phrase rule applies."""
    if not is_han(char):
        return char
    for _ in range(_MOST_STEPS):
        # Our own rows come first: they are about characters that OpenCC sends elsewhere in names.
        simple = _own_variants().get(char) or _converter()(char)
        if len(simple) != 1 or simple == char:
            break
        char = simple
    return char


def fold_han(text: str) -> str:
    """Replace each Han character by the representative of its class; others stay.

    Args:
        text: any string.

    Returns:
        A string of the same length.
    """
    if text.isascii():
        return text
    return "".join(map(_class_of, text))


@cache
def _back() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2t").convert
    return convert


@lru_cache(maxsize=1_000)
def traditional(char: str) -> str:
    """A traditional form of a character, which may stand for several others.

    >>> traditional("\U0002ae29")  # a late simplified form, which hardly any table knows
    '煇'

    Args:
        char: one character.

    Returns:
        One character.
    """
    found = _back()(char)
    return found if len(found) == 1 else char
