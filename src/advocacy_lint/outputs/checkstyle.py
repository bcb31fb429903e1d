"""Format `checkstyle`: the XML that many review tools read."""

from __future__ import annotations

from advocacy_lint.model import Finding, PostReport, Tally
from advocacy_lint.outputs.paths import in_repository, placed
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.xml import attribute


class Renderer(BaseRenderer):
    """One ``file`` element a post."""

    escapes = "xmlcharrefreplace"

    def begin(self) -> str:
        """Return the head."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n'

    def post(self, report: PostReport) -> str:
        """Return a post's element."""
        if not report.findings:
            return ""
        errors = "".join([_error(finding, bool(report.place)) for finding in report.findings])
        return f"  <file name={attribute(in_repository(report.path))}>\n{errors}  </file>\n"

    def end(self, tally: Tally) -> str:
        """Return what is not one post's, and the end."""
        items = [
            (finding.posts[0].path if finding.posts else "", finding.level, finding.message, finding.rule) for finding in tally.portfolio
        ]
        items += [(problem.path, "error", problem.message, "input") for problem in tally.problems]
        return (
            "".join(
                f'  <file name={attribute(in_repository(path))}>\n    <error line="1" severity={attribute(level)}'
                f" message={attribute(message)} source={attribute(f'advocacy-lint.{rule}')}/>\n  </file>\n"
                for path, level, message, rule in items
            )
            + "</checkstyle>\n"
        )


def _error(finding: Finding, has_place: bool) -> str:
    column = "" if has_place else f" column={attribute(finding.column)}"
    return (
        f"    <error line={attribute(finding.at_line)}{column} severity={attribute(finding.level)}"
        f" message={attribute(placed(finding))} source={attribute(f'advocacy-lint.{finding.rule}')}/>\n"
    )
