"""An index that is built straight into a file, for tables of many millions of names.

What is large (keys of names, lists, hashes: about a kilobyte a name) stands in files beside the
target while it is made; memory holds the names, and no more than a part of anything else at a
time. The file is the same to the byte as the one that building in memory and saving gives.
"""

from pathlib import Path

from namelink.candidates.storage import Folder
from namelink.index.contents import Contents
from namelink.index.file import write_index
from namelink.index.segment import Progress
from namelink.io.guard import Seen
from namelink.io.output import work_folder
from namelink.model.options import Options
from namelink.model.table import AliasTable


def build_file(
    table: AliasTable, path: str | Path, options: Options, progress: Progress | None = None
) -> int:
    """Build the index of rows that are already read, and write it.

    Args:
        table: the rows.
        path: the file; one that is there is replaced.
        options: limits, channels and aliases.
        progress: called with the number of distinct names done and in all.

    Returns:
        The number of rows.

    Raises:
        InvalidInput: if the file cannot be written, or an id is neither a string nor a number.
        InvalidName: if a name is not a string; says which row.
    """
    with work_folder(path) as folder:
        contents = Contents.of(table, options, progress, storage=Folder(folder))
        write_index(path, contents, options, seen=Seen())
        return len(contents)
