"""Files and data frames in and out.

Everything that comes in becomes an `AliasTable`; everything that goes out is a sequence of
frozen records. Nothing outside this room knows about encodings, CSV, Parquet, pandas or polars,
and nothing in it knows what a name is.
"""
