"""Norwegian for advocacy-lint, and one example each of what a plugin may add. Importing it imports nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advocacy_lint.plugins import Registry


def register(registry: Registry) -> None:
    """Say what there is; each part is imported when it is first used."""
    registry.add_language("nb", "advocacy_lint_norsk.language:LANGUAGE", name="norsk", also=("no", "nn"))
    registry.add_rules("advocacy_lint_norsk:rules")
    registry.add_check("run-of-starts", "advocacy_lint_norsk.run_of_starts:RunOfStartsCheck")
    registry.add_input(".org", "advocacy_lint_norsk.org:read")
    registry.add_output("tally", "advocacy_lint_norsk.tally:Renderer")
