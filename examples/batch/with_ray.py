"""Ray Data: every batch of a dataset is linted where it lies. `pip install "advocacy-lint[batch]" "ray[data]"`.

`python examples/batch/with_ray.py [FILE.parquet]`: columns `text`, and any of `language`, `author`, `audience` and the others of front matter.
"""

import sys

import ray

import sample
from advocacy_lint import lint_table

if __name__ == "__main__":
    ray.init(log_to_driver=False, logging_level="error")
    ray.data.DataContext.get_current().enable_progress_bars = False
    posts = ray.data.read_parquet(sys.argv[1]) if len(sys.argv) > 1 else ray.data.from_arrow(sample.table())
    sample.show(posts.map_batches(lint_table, batch_format="pyarrow", batch_size=1000).take_all())
