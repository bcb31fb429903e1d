"""Format `checkstyle`: the XML that many review tools read."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Run
from advocacy_lint.outputs.xml import attribute


class Renderer:
    """One ``file`` element a post."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run

    def begin(self) -> str:
        """Return the head."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n'

    def post(self, report: PostReport) -> str:
        """Return a post's element."""
        if not report.findings:
            return ""
        errors = "".join(
            f"    <error line={attribute(finding.line)} column={attribute(finding.column)} severity={attribute(finding.level)}"
            f" message={attribute(finding.message)} source={attribute(f'advocacy-lint.{finding.rule}')}/>\n"
            for finding in report.findings
        )
        return f"  <file name={attribute(report.path)}>\n{errors}  </file>\n"

    part = post  # a post's lines depend on nothing else

    def add(self, made: str) -> str:
        """Return a post's lines as they are."""
        return made

    def end(self) -> str:
        """Return what is not one post's, and the end."""
        items = [
            (finding.posts[0].path if finding.posts else "", finding.level, finding.message, finding.rule)
            for finding in self._run.portfolio
        ]
        items += [(problem.path, "error", problem.message, "input") for problem in self._run.problems]
        return (
            "".join(
                f'  <file name={attribute(path)}>\n    <error line="1" severity={attribute(level)} message={attribute(message)}'
                f" source={attribute(f'advocacy-lint.{rule}')}/>\n  </file>\n"
                for path, level, message, rule in items
            )
            + "</checkstyle>\n"
        )
