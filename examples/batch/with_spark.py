"""PySpark: every partition is linted as Arrow batches, without pandas. `pip install "advocacy-lint[batch]" pyspark`; Spark needs Java.

`python examples/batch/with_spark.py [FILE.parquet]`: columns `text`, and any of `language`, `author`, `audience` and the others of front matter.
"""

import os
import sys

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

import sample
from advocacy_lint import lint_table


def batches(found):
    """Lint Arrow batches as they come."""
    for batch in found:
        yield from lint_table(pa.Table.from_batches([batch])).to_batches()


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers' Python: the one that has advocacy-lint
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    posts = spark.read.parquet(sys.argv[1]) if len(sys.argv) > 1 else spark.createDataFrame(sample.POSTS)
    # Spark asks what comes out before it reads anything: the same function on no rows says so.
    schema = lint_table(to_arrow_schema(posts.schema).empty_table()).schema
    sample.show([row.asDict() for row in posts.mapInArrow(batches, from_arrow_schema(schema)).collect()])
    spark.stop()
