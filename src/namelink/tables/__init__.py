"""Reference tables: reviewed files with source and licence, and tables that ``tools/`` learns."""
