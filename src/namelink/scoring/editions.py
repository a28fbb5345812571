"""Words and letters of a name that tell an edition or model: Pro, 青春版, the X of X60."""

from namelink.model.batch import Form
from namelink.tables.editions import edition_words
from namelink.text.numerals import is_code

_LONGEST_EDITION = 5


def version_atoms(form: Form) -> dict[int, int]:
    """Atoms that tell a version, beside numbers: letters of a model code, words of an edition.

    Args:
        form: a name that is no person's.

    Returns:
        Atoms of its word by the position of each atom; the first word of a name tells what it is,
        and no version.
    """
    found: dict[int, int] = {}
    last = len(form.keys) - 1
    for at in range(last, -1, -1):
        if form.shapes[at] == "latin":
            # Pro Wrestling is no edition, Watch Pro 2 is one.
            ends = at == last or at + 1 in found or form.shapes[at + 1] == "number"
            if is_code(form.keys, form.shapes, form.spans, at) or (
                at and ends and form.keys[at] in edition_words()
            ):
                found[at] = 1
        elif at and form.shapes[at] == "han":
            size = _edition(form, at)
            found |= dict.fromkeys(range(at, at + size), size)
    return found


def _edition(form: Form, start: int) -> int:
    """Atoms of the longest word of an edition that begins here, 0 for none."""
    for size in range(_LONGEST_EDITION, 1, -1):
        if "".join(form.keys[start : start + size]) in edition_words():
            return min(size, len(form.keys) - start)
    return 0
