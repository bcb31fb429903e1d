"""What changed, as a unified diff: the names of both sides, the lines, and an end without a line break."""

import pytest

from advocacy_lint.advice.diffing import diff


def test_nothing_where_nothing_changed():
    assert diff("a.md", "one\n", "one\n") == ""


@pytest.mark.parametrize(("path", "name"), [("posts/a.md", "posts/a.md"), ("/srv/posts/a.md", "srv/posts/a.md")])
def test_both_sides_are_named_as_patch_takes_them(path, name):
    expected = (
        f"--- a/{name}\n+++ b/{name}\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n+three\n\\ No newline at end of file\n"
    )
    assert diff(path, "one\ntwo", "one\nthree") == expected
