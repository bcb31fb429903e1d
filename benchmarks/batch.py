"""`lint_table` in the engine a platform already has: Ray Data, Dask and PySpark, whichever are installed, and plain Arrow batches.

`python benchmarks/batch.py [POSTS]`. Needs pyarrow (`pip install advocacy-lint[batch]`); an engine that is missing is skipped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import posts

from advocacy_lint import lint_table

ADDED = ["score", "grade", "detected_language", "findings", "strengths"]


def table(count: int) -> Any:
    """Return an Arrow table of generated posts."""
    import pyarrow as pa

    texts = [posts.post("en" if index % 2 else "da", index).split("---\n", 2)[2] for index in range(count)]
    return pa.table({"text": texts, "language": ["en" if index % 2 else "da" for index in range(count)]})


def with_arrow(data: Any) -> int:
    """Lint batch by batch in this process."""
    import pyarrow as pa

    return sum(lint_table(pa.Table.from_batches([batch])).num_rows for batch in data.to_batches(max_chunksize=1000))


def with_ray(data: Any) -> int:
    """Lint with Ray Data; batches reach the workers as Arrow tables without a copy."""
    import ray

    ray.init(ignore_reinit_error=True, log_to_driver=False)
    return int(ray.data.from_arrow(data).map_batches(lint_table, batch_format="pyarrow", batch_size=1000).count())


def with_dask(data: Any) -> int:
    """Lint the partitions of a Dask data frame."""
    import dask.dataframe as dd
    import pyarrow as pa

    def partition(frame: Any) -> Any:
        return lint_table(pa.Table.from_pandas(frame, preserve_index=False)).to_pandas()

    frame = dd.from_pandas(data.to_pandas(), npartitions=4)
    return len(frame.map_partitions(partition, meta=partition(data.slice(0, 1).to_pandas()).iloc[:0]))


def with_spark(data: Any) -> int:
    """Lint with PySpark's mapInArrow."""
    import pyarrow as pa
    from pyspark.sql import SparkSession

    def partition(batches: Any) -> Any:
        for batch in batches:
            yield from lint_table(pa.Table.from_batches([batch])).to_batches()

    spark = SparkSession.builder.master("local[2]").getOrCreate()
    schema = (
        "text string, language string, score int, grade string, detected_language string, findings array<string>, strengths array<string>"
    )
    return int(spark.createDataFrame(data.to_pandas()).mapInArrow(partition, schema).count())


ENGINES: dict[str, Callable[[Any], int]] = {"pyarrow": with_arrow, "ray": with_ray, "dask": with_dask, "pyspark": with_spark}


def main() -> None:
    """Run every engine that is installed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    try:
        data = table(count)
    except ImportError as error:
        sys.exit(f"{error.name} is not installed: pip install advocacy-lint[batch]")
    for name, run in ENGINES.items():
        began = perf_counter()
        try:
            rows = run(data)
        except ImportError as error:
            print(f"{name:<8} skipped: {error.name} is not installed")
            continue
        seconds = perf_counter() - began
        print(f"{name:<8} {rows} posts in {seconds:.2f} s, {rows / seconds:.0f} posts/s")


if __name__ == "__main__":
    main()
