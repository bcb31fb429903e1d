"""Pages that mkdocs makes from the project itself when it builds: one for each rule, and the settings."""

from __future__ import annotations

import json
import re
from typing import Any

from mkdocs.structure.files import File, Files

from advocacy_lint import rulebook
from advocacy_lint.config.schema import config_schema
from advocacy_lint.model import DIMENSIONS, Rule
from advocacy_lint.rulebook.documentation import all_rules

NAMES = {"da": "Dansk", "en": "English"}
LEVELS = {"error": "an error", "warning": "a warning", "info": "a hint", "strength": "a merit: it earns, and costs nothing"}


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages to those that are written by hand."""
    rules = all_rules()
    measured = _measured()
    for rule_id, by_language in rules.items():
        files.append(File.generated(config, f"rules/{rule_id}.md", content=rule_page(rule_id, by_language, measured)))
    files.append(File.generated(config, "rules/index.md", content=rules_page(rules)))
    files.append(File.generated(config, "configuration.md", content=configuration_page()))
    return files


def _measured() -> dict[str, Any]:
    path = rulebook.builtin_pack() / "data" / "weights" / "precision.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {"posts": 0, "rules": {}}


def rules_page(rules: dict[str, dict[str, Rule]]) -> str:
    """Return the list of all rules, by dimension."""
    lines = [
        "# Rules",
        "",
        "Each rule is one idea about what makes a post boring, or worth reading. `advocacy-lint explain ID` says the same.",
        "",
    ]
    for group in (*DIMENSIONS, "portfolio", "programme"):
        mine = {rule_id: found for rule_id, found in sorted(rules.items()) if rule_id.startswith(f"{group}/")}
        lines += [f"## {group}", "", "| rule | level | what it says |", "|---|---|---|"]
        for rule_id, found in mine.items():
            rule = found.get("en") or next(iter(found.values()))
            said = next(iter(rule.texts.values())) if "en" not in rule.texts else rule.texts["en"]
            lines.append(f"| [{rule_id}]({rule_id}.md) | {rule.level} | {_cell(said.message)} |")
        lines.append("")
    return "\n".join(lines)


def rule_page(rule_id: str, found: dict[str, Rule], measured: dict[str, Any]) -> str:
    """Return what a rule says in each language, what it rests on, how precise it was, and how to switch it off."""
    rule = next(iter(found.values()))
    lines = [f"# {rule_id}", "", f"Finds {LEVELS[rule.level]}. Kind of check: `{rule.kind}`.", ""]
    for code, each in found.items():
        texts = each.texts[code]
        lines += [f"## {NAMES.get(code, code)}", "", f"> {_plain(_said(each, texts.message))}", "", _plain(texts.why), ""]
        if texts.suggest:
            lines += [f"→ {_plain(texts.suggest)}", ""]
        if texts.ask:
            lines += [*(f"- *{_plain(question)}*" for question in texts.ask), ""]
        lines += _examples(each)
    evidence = rule.evidence
    reviewed = f", reviewed {evidence.reviewed}" if evidence.reviewed else ""
    lines += ["## What it rests on", "", f"{evidence.tier.capitalize()}: {_plain(evidence.source)}{reviewed}.", ""]
    if evidence.note or evidence.tier == "law":
        lines += [_plain(evidence.note or "This is not legal advice."), ""]
    lines += [*_precision(rule_id, measured), *_off(rule_id)]
    return "\n".join(lines)


def _said(rule: Rule, message: str) -> str:
    """Return a message as it is said of the rule's first bad example; what only a draft fills in is left open."""
    example = next((each for each in rule.examples if each.bad and each.span), None)
    if example is not None and example.span is not None:
        message = message.replace("{match}", example.text[example.span.start : example.span.end])
    return re.sub(r"\{[a-z_]+\}", "…", message)


def _examples(rule: Rule) -> list[str]:
    lines = []
    for bad, title in ((True, "It finds"), (False, "It leaves alone")):
        shown = [each for each in rule.examples if each.bad is bad][:4]
        if shown:
            lines += [f"**{title}**", "", "```text"]
            for each in shown:
                text = each.text
                if each.span:
                    text = f"{text[: each.span.start]}«{text[each.span.start : each.span.end]}»{text[each.span.end :]}"
                lines.append(" ".join(text.split())[:300])
            lines += ["```", ""]
    return lines


def _precision(rule_id: str, measured: dict[str, Any]) -> list[str]:
    row = measured["rules"].get(rule_id)
    if not row:
        return []
    said = f"On {measured['posts']} real posts: {row['hits']} hits, {row['good']} on good posts, {row['bad']} on bad ones."
    return ["## How precise it was", "", said, ""]


def _off(rule_id: str) -> list[str]:
    return [
        "## Not here", "", "In one place, with the reason:", "", "```markdown",
        f"<!-- advocacy-lint off-next-line: {rule_id} -- why it is right here -->", "```", "", "In `advocacy-lint.yml`:", "",
        "```yaml", f"levels: {{{rule_id}: off}}", "```", "",
    ]  # fmt: skip


CONFIGURATION = """\
# Configuration

`advocacy-lint.yml`, or the table `[tool.advocacy-lint]` of a `pyproject.toml`, found upward from each file. `advocacy-lint init`
writes one; `advocacy-lint config show FILE` says what holds for a file, and which line says so; `advocacy-lint config schema` prints
the JSON Schema that editors read.

| setting | what it does | values | when not given |
|---|---|---|---|"""


def configuration_page() -> str:
    """Return every setting with its sentence, its values and its default."""
    lines = [CONFIGURATION]
    lines += [_row(key, found) for key, found in _flat(config_schema()["properties"], "")]
    return "\n".join([*lines, ""])


def _flat(properties: dict[str, Any], prefix: str) -> list[tuple[str, dict[str, Any]]]:
    rows = []
    for key, found in properties.items():
        rows.append((f"{prefix}{key}", found))
        rows += _flat(found.get("properties", {}), f"{prefix}{key}.")
    return rows


def _row(key: str, found: dict[str, Any]) -> str:
    values = ", ".join(f"`{value}`" for value in found.get("enum", []) if value is not None)
    if "minimum" in found:
        values = f"{found['minimum']:g} to {found['maximum']:g}"
    default = found.get("default")
    shown = "" if default in (None, [], {}) else f"`{json.dumps(default)}`"
    return f"| `{key}` | {_cell(found.get('description', ''))} | {values} | {shown} |"


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;").replace("{", "&#123;").replace("*", "\\*").replace("_", "\\_")
