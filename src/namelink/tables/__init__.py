"""Reference tables: small reviewed files with source and licence, and tables learned by ``tools/``."""
