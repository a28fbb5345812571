"""Python's cycle collector, paused while a bounded piece of work makes many small objects.

A full collection walks all that a process keeps, whatever the work at hand threw away: with the
tables and remembered words of this library that is a quarter of a second, over and over while
they fill. The work itself leaves no cycles, so nothing waits for the collector meanwhile.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cycle collector from running until the block or the decorated function ends.

    The switch is the interpreter's, one for all threads. A pause within a pause, or where the
    caller has switched the collector off, changes nothing; a thread that runs beside a pause
    collects a little later. Hold pauses short: some seconds at most.

    >>> import gc
    >>> with collector_paused():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
