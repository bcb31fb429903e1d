"""`lint_table` in the engines a platform has, by the programs of `examples/batch`; run where an engine is installed."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "batch"
sys.path.insert(0, str(EXAMPLES))


def expected():
    pytest.importorskip("pyarrow")
    import advocacy_lint
    import sample

    rows = []
    for post in sample.POSTS:
        report = advocacy_lint.lint(post["text"], language=post["language"], author=post["author"])
        rows.append(
            (
                report.score,
                post["id"],
                f"{report.score:>3} {report.grade}  {post['id']}  {', '.join([each.rule for each in report.findings][:3])}",
            )
        )
    return [line for *_, line in sorted(rows)]


def run(program, *arguments):
    env = {**os.environ, "PYTHONWARNINGS": "ignore", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
    done = subprocess.run([sys.executable, str(EXAMPLES / program), *arguments], capture_output=True, text=True, timeout=300, env=env)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


@pytest.mark.parametrize(("engine", "needs"), [("dask", "dask.dataframe"), ("ray", "ray.data"), ("spark", "pyspark.sql")])
def test_the_same_as_one_by_one(engine, needs, tmp_path):
    pytest.importorskip("pyarrow")
    if find_spec(needs.partition(".")[0]) is None:
        pytest.skip(f"{needs} is not installed")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    import pyarrow.parquet

    import sample

    pyarrow.parquet.write_table(sample.table(), tmp_path / "posts.parquet")
    assert run(f"with_{engine}.py", str(tmp_path / "posts.parquet")) == expected()
    assert run(f"with_{engine}.py") == expected()
