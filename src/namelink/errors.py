"""Every error that namelink raises on purpose.

One base, few children. A message names the thing, the place (a file and line, or a row) and the
next step.

>>> issubclass(InvalidName, ValueError)
True
"""


class NamelinkError(Exception):
    """Base of all errors raised by namelink on purpose."""


class InvalidName(NamelinkError, ValueError):
    """A name is not a string. Raised when a name is null, a number, or any other type."""


class InvalidOptions(NamelinkError, ValueError):
    """An option has a value that cannot work, such as a threshold outside 0 to 1."""


class InvalidInput(NamelinkError, ValueError):
    """A file, frame or row cannot be read as an alias table."""


class MissingExtra(NamelinkError, ImportError):
    """A feature needs an optional package; the message says which extra installs it."""


class TableError(NamelinkError):
    """A bundled table is damaged or lacks a column. Names the file and line."""
