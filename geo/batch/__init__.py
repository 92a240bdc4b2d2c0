"""Batch: a table in many parts, placed as if it were one, on this machine's cores or on Dask.

Each part is read for what its rows say of where they are; what all parts say is matched once,
since the whole table counts; each part is written with its answers. What is done stays done.

Uses strikes, land, reading, placing, export.
"""
