"""``python -m namelink`` is the command line."""

import sys

from namelink.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
