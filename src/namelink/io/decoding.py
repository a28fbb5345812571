r"""Bytes to lines of text, with a plain answer when the encoding is wrong.

A byte order mark decides; otherwise the encoding that was named, otherwise UTF-8. A byte that
does not fit is an error that tells the file, the line, the byte and which encoding would fit: a
file read in the wrong encoding is worse than a file not read.

>>> import io
>>> stream = io.BytesIO("姓名\n吴泳铭\n".encode("gb18030"))
>>> list(TextLines(stream, place="a.csv", encoding="gb18030"))
['姓名\n', '吴泳铭\n']
"""

import codecs
import io
from collections.abc import Iterator
from typing import Protocol, Self, cast

from namelink.errors import InvalidInput

HEAD_BYTES = 65536

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Files are labelled by the small standard and written in its superset. GB 18030 contains GBK and
# GB 2312. Python's "big5" lacks characters that every Windows in Taiwan writes (the 碁 of 宏碁);
# its "big5hkscs" has them and differs otherwise only in kana, Cyrillic letters and signs.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_CHINESE = ("gb18030", "big5")
# Share of zeros that UTF-16 shows, and how many more stand in one of two places.
_ZEROS, _LONELY = 0.02, 3
# First bytes of the characters that most text is written in: the first level of GB 2312 and the
# frequent ones of Big5. Nearly any bytes of the one can be read as the other, as rare characters.
_USUAL = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}


def codec_of(encoding: str) -> str:
    """The codec that reads files of a named encoding.

    >>> codec_of("GBK"), codec_of("Big5"), codec_of("UTF8")
    ('gb18030', 'big5hkscs', 'utf-8')

    Args:
        encoding: such as ``"gbk"``.

    Returns:
        Python's name of the codec, the superset where files are written in one.

    Raises:
        InvalidInput: if there is no such encoding.
    """
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise InvalidInput(
            f"unknown encoding {encoding!r}: use utf-8, gb18030, big5, utf-16-le or utf-16-be"
        ) from error
    return _SUPERSETS.get(name, name)


class ByteSource(Protocol):
    """What bytes are read from: a file, standard input, or a `Replayed` one."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes, all that are left when it is negative."""
        ...


class Replayed(io.BufferedIOBase):
    """A byte stream whose beginning was already looked at; it counts what it hands out.

    Args:
        head: the bytes read so far.
        rest: the stream they came from.
    """

    def __init__(self, head: bytes, rest: ByteSource) -> None:
        super().__init__()
        self._head = head
        self._rest = rest
        self.count = 0
        self.newlines = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Up to `size` bytes, all that are left when it is negative or None."""
        if size is None or size < 0:
            data, self._head = self._head + self._rest.read(), b""
        elif self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = self._rest.read(size)
        self.count += len(data)
        self.newlines += data.count(b"\n")
        return data

    read1 = read


class TextLines(Iterator[str]):
    r"""Lines of a byte stream, their ends (``\n``, ``\r\n``, ``\r``) kept.

    Args:
        stream: the bytes.
        place: the file, for messages.
        encoding: as named by the user, None for UTF-8.
        option: how the user names one, for messages; empty where that cannot be done.

    Attributes:
        notes: what the user should know about how the bytes were read.
    """

    def __init__(
        self,
        stream: ByteSource,
        *,
        place: str,
        encoding: str | None = None,
        option: str = "--encoding",
    ) -> None:
        self._option = option
        head = stream.read(HEAD_BYTES)
        told = codec_of(encoding) if encoding else None
        mark, marked = next(
            ((mark, codec) for mark, codec in _MARKS if head.startswith(mark)), (b"", None)
        )
        self.notes: tuple[str, ...] = ()
        if marked and told and not told.startswith(marked[:6]):
            self.notes = (
                f"{place}: begins with a mark of {marked}, so it was not read as {encoding}",
            )
        elif told in ("gb18030", "big5hkscs") and _looks_like_utf8(head):
            self.notes = (f"{place}: was read as {encoding}, but its bytes look like UTF-8",)
        self._place = place
        self._told = encoding
        self._codec = marked or told or "utf-8"
        self._skipped = len(mark)
        self._bytes = Replayed(head[len(mark) :], stream)
        self._text = io.TextIOWrapper(
            cast("io.BufferedReader", self._bytes), encoding=self._codec, newline=""
        )
        self._first = True

    def __iter__(self) -> Self:
        """Itself: the stream is read once."""
        return self

    def __next__(self) -> str:
        """The next line.

        Raises:
            InvalidInput: if the bytes do not fit the encoding.
        """
        try:
            line = next(self._text)
        except UnicodeDecodeError as error:
            raise self._misfit(error) from error
        if self._first:
            self._first = False
            return line.removeprefix("\ufeff")
        return line

    def _misfit(self, error: UnicodeDecodeError) -> InvalidInput:
        """The error in the words of the reader of the file."""
        line = self._bytes.newlines - error.object[error.start :].count(b"\n") + 1
        begin = self._skipped + self._bytes.count - len(error.object)
        fitting = _fitting(error.object, begin)
        if self._codec != "utf-8" and _fits(error.object, "utf-8"):
            fitting.insert(0, "utf-8")
        if not fitting:
            step = "save it as UTF-8"
            if self._option:
                step = f"name its encoding with {self._option}, or {step}"
        elif not self._option:
            step = f"its bytes fit {' and '.join(fitting)}: save it as UTF-8"
        else:
            step = f"its bytes fit {' and '.join(fitting)}: try {self._option} {fitting[0]}"
        name, offset = self._told or self._codec, begin + error.start
        return InvalidInput(f"{self._place}: not {name} at byte {offset} (line {line}); {step}")


def read_text(stream: ByteSource, *, place: str, encoding: str | None = None) -> str:
    """The whole of a stream as text.

    Args:
        stream: the bytes.
        place: the file, for messages.
        encoding: as named by the user, None for UTF-8.

    Returns:
        The text, its line ends as they are.

    Raises:
        InvalidInput: if the bytes do not fit the encoding.
    """
    return "".join(TextLines(stream, place=place, encoding=encoding))


def _fitting(data: bytes, begin: int) -> list[str]:
    """Chinese encodings that bytes can be read in, the most likely first.

    Args:
        data: the bytes.
        begin: where they stand in the file.
    """
    # UTF-16 alone writes bytes of zero, in every delimiter and line end: in the second of two
    # bytes if the low one stands first.
    high, low = (data[at::2].count(0) for at in (begin % 2, 1 - begin % 2))
    if max(high, low) > _ZEROS * len(data) and _LONELY * min(high, low) < max(high, low):
        name = "utf-16-le" if low > high else "utf-16-be"
        return [name] if _fits(data[begin % 2 :], name) else []
    fitting = [name for name in _CHINESE if _fits(data, codec_of(name))]
    return sorted(fitting, key=lambda name: -_usual(data, codec_of(name), _USUAL[name]))


def _usual(data: bytes, codec: str, leads: range) -> float:
    """Share of the characters beyond ASCII that are among the usual ones of an encoding."""
    text = codecs.getincrementaldecoder(codec)().decode(data)
    coded = [char.encode(codec) for char in text if char > "\x7f"]
    usual = sum(
        len(each) == 2 and each[0] in leads and (each[1] >= 0xA1 or codec != "gb18030")
        for each in coded
    )
    return usual / max(len(coded), 1)


def _fits(data: bytes, codec: str) -> bool:
    """Whether bytes can be read in a codec; a character cut off at the end does not count."""
    try:
        codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _looks_like_utf8(head: bytes) -> bool:
    # Chinese text in GB 18030 or Big5 is hardly ever well-formed UTF-8 by chance; ten bytes beyond
    # ASCII are enough to say so.
    return sum(byte > 127 for byte in head[:4096]) >= 10 and _fits(head, "utf-8")
