"""Dask: every partition of a data frame is linted in its own process. `pip install "advocacy-lint[batch]" "dask[dataframe]"`.

`python examples/batch/with_dask.py [FILE.parquet]`: columns `text`, and any of `language`, `author`, `audience` and the others of front matter.
"""

import sys

import dask.dataframe as dd
import pyarrow as pa

import sample
from advocacy_lint import lint_table


def partition(frame):
    """Lint one partition: pandas in, pandas out."""
    return lint_table(pa.Table.from_pandas(frame, preserve_index=False)).to_pandas()


if __name__ == "__main__":
    posts = dd.read_parquet(sys.argv[1]) if len(sys.argv) > 1 else dd.from_pandas(sample.table().to_pandas(), npartitions=2)
    # Dask asks what comes out before it reads anything: the same function on no rows says so.
    found = posts.map_partitions(partition, meta=partition(posts._meta))
    sample.show(found.compute(scheduler="processes").to_dict("records"))
