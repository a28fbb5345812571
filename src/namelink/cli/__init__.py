"""The command line: parse, call one function of `namelink.linker`, show.

Verbs, options and defaults are those of the Python API. One file a command; typer and rich come
with the extra ``[cli]`` and are loaded only when a command runs.
"""
