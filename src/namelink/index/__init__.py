"""A table of aliases that is built once and asked often: segments, search, the file, the why."""
