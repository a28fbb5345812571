"""Exit codes of the command line, the same for every command."""

DONE = 0
WRONG_USAGE = 2
# What shells expect of a program that was stopped by Ctrl-C (128 + 2) or told to end (128 + 15).
INTERRUPTED = 130
TERMINATED = 143
