"""The channel of a caller's sentence encoder: names as vectors, whose nearness is evidence.

The encoder sees names as other channels do, normalized, and each distinct one once a call. What a
cosine weighs is `namelink.scoring.nearness`'s to say; here strings become vectors, checked.
"""

from collections.abc import Sequence

import numpy as np

from namelink.errors import InvalidOptions
from namelink.model.batch import Floats, Form
from namelink.model.encoder import CalibratedEncoder, Encoder

_TEXTS_AT_ONCE = 1024


def told_text(form: Form) -> str:
    """The text of a form as an encoder gets it: encodable, whatever was handed in.

    Args:
        form: one name in one script.

    Returns:
        The text; half of a surrogate pair, which no encoder reads, is a question mark in it.
    """
    return form.text.encode("utf-8", "replace").decode("utf-8")


def unit_vectors(texts: Sequence[str], encoder: Encoder | CalibratedEncoder) -> Floats:
    """Vectors of some strings, of length one; those of length zero stay so.

    Args:
        texts: distinct strings.
        encoder: the caller's.

    Returns:
        Shape (texts, dimensions); dimensions is 0 without texts.

    Raises:
        InvalidOptions: if the encoder's result is no table of finite numbers with one row a text
            and the same number of columns each time.

    >>> unit_vectors(["a", "b"], lambda texts: [[3.0, 4.0], [0.0, 0.0]]).tolist()
    [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    """
    function = encoder.encoder if isinstance(encoder, CalibratedEncoder) else encoder
    blocks: list[Floats] = []
    for begin in range(0, len(texts), _TEXTS_AT_ONCE):
        block = list(texts[begin : begin + _TEXTS_AT_ONCE])
        vectors = _checked(function(block), block)
        if blocks and blocks[0].shape[1] != vectors.shape[1]:
            raise InvalidOptions(
                f"the encoder gave vectors of {blocks[0].shape[1]} dimensions and then of "
                f"{vectors.shape[1]}: it shall always give as many"
            )
        blocks.append(vectors)
    return np.concatenate(blocks) if blocks else np.zeros((0, 0), dtype=np.float32)


def _checked(result: object, texts: Sequence[str]) -> Floats:
    """What an encoder gave, as unit vectors."""
    try:
        given, problem = np.asarray(result), ""
    except ValueError as error:
        given, problem = np.zeros(0), f" ({error})"
    if problem or given.dtype.kind not in "fiub":
        raise InvalidOptions(
            f"the encoder gave {type(result).__name__} for {len(texts)} texts, which is no table "
            f"of numbers{problem}: it shall give one vector a text"
        )
    vectors = given.astype(np.float64)
    if vectors.ndim != 2 or vectors.shape[0] != len(texts) or not vectors.shape[1]:
        raise InvalidOptions(
            f"the encoder gave the shape {vectors.shape} for {len(texts)} texts: "
            f"it shall be ({len(texts)}, dimensions), one vector a text"
        )
    wrong = np.flatnonzero(~np.isfinite(vectors).all(axis=1))
    if len(wrong):
        raise InvalidOptions(
            f"the encoder gave a number that is not finite for {texts[int(wrong[0])]!r}"
        )
    # Of the largest number first: the squares of huge numbers are not finite.
    most = np.abs(vectors).max(axis=1, keepdims=True)
    vectors = vectors / np.where(most > 0, most, 1.0)
    length = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    return (vectors / np.where(length > 0, length, 1.0)).astype(np.float32)
