"""A rule pack of the tests' own, so that what servers say does not change with the built-in rules."""

from pathlib import Path

RULE = """\
check: phrase
level: error
evidence: {tier: practice, source: the tests}
da:
  message: "«{match}» siger ingenting."
  why: Læseren kan ikke se det.
  match: {phrases: ["rekordår"]}
  replace: {"rekordår": "godt år"}
  ask: ["Hvad skete der?"]
  examples: {bad: ["Det blev et <<rekordår>>."], good: ["Det blev et år."]}
en:
  message: "“{match}” says nothing."
  why: The reader cannot see it.
  match: {phrases: ["record year"]}
  replace: {"record year": "good year"}
  ask: ["What happened?"]
  examples: {bad: ["It was a <<record year>>."], good: ["It was a year."]}
"""


def project(folder: Path, settings: str = "") -> Path:
    """Make a project whose only rule says that a record year says nothing."""
    (folder / "advocacy-rules" / "brag").mkdir(parents=True)
    (folder / "advocacy-rules" / "brag" / "test-word.yml").write_text(RULE, encoding="utf-8")
    (folder / "advocacy-lint.yml").write_text(f"rules: [advocacy-rules]\nselect: [brag/test-word]\n{settings}", encoding="utf-8")
    return folder
