"""Tell a damaged file from an error: what numpy makes of wrong bytes says nothing to a user.

The arrays of an index are not read when it is opened, so damage shows late, as an index out of
range or as text that is none. Only then the whole file is read.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from namelink.errors import InvalidInput, NamelinkError
from namelink.io.arrays import ArrayFile


class Kept(Protocol):
    """What may stay in a file."""

    @property
    def file(self) -> ArrayFile | None:
        """The file, None for what is in memory."""
        ...


Owner = TypeVar("Owner", bound=Kept)
Given = ParamSpec("Given")
Result = TypeVar("Result")


def tells_damage(
    method: Callable[Concatenate[Owner, Given], Result],
) -> Callable[Concatenate[Owner, Given], Result]:
    """Make a method say so if it failed because the file is damaged.

    Args:
        method: reads what stays in a file.

    Returns:
        The same; what it raises stays as it is where the file is whole.
    """

    @wraps(method)
    def guarded(self: Owner, /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return method(self, *args, **kwargs)
        except NamelinkError:
            raise
        except Exception as error:
            if self.file is not None:
                try:
                    self.file.verify()
                except InvalidInput as damage:
                    raise damage from error
            raise

    return guarded
