"""Hold rules about portfolios against their own examples: each is a run of posts in YAML.

A post has ``text`` and metadata; ``brag: true`` stands for a post about how good the company is, ``named: true`` for a text that the
configuration names. An audience that the run should write for is declared by an item with ``declare:``, the languages and themes that
are asked for by one with ``versions:`` or ``targets:``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, convert, field
from msgspec.structs import replace

from advocacy_lint import rulebook
from advocacy_lint.config import Config, Mix
from advocacy_lint.engine.rule_examples import Outcome
from advocacy_lint.files import safe_yaml
from advocacy_lint.model import Example, Post, Rule
from advocacy_lint.portfolio.reporting import report
from advocacy_lint.portfolio.signature import Signature, signature
from advocacy_lint.portfolio.sources import Sources


class _Asked(Struct):
    """What is asked of the run, in items that are no posts."""

    declare: str = ""
    versions: tuple[str, ...] = ()
    targets: dict[str, float] = field(default_factory=dict)


_ASKED = frozenset(_Asked.__struct_fields__)


def outcomes(language: str, own: Sequence[str] = ()) -> Iterator[Outcome]:
    """Yield the outcome of every example of every rule about portfolios."""
    for rule in rulebook.load(language, own, with_examples=True, groups=("portfolio",)).rules:
        for example in rule.examples:
            yield _outcome(rule, example, own)


def _outcome(rule: Rule, example: Example, own: Sequence[str]) -> Outcome:
    items = convert(safe_yaml.load(example.text, rule.path), list[dict[str, object]])
    asked = convert({key: value for each in items if not _ASKED.isdisjoint(each) for key, value in each.items()}, _Asked)
    config = Config(
        rules=tuple(own),
        audiences={str(each["declare"]): () for each in items if "declare" in each},
        versions=asked.versions,
        mix=Mix(targets=asked.targets),
    )
    posts = [_post(number, each) for number, each in enumerate(items) if _ASKED.isdisjoint(each)]
    mine = [each for each in posts if each.role == "post"]
    others = [each for each in posts if each.role != "post"]
    found = [each for each in report(mine, others, config, rule.language, Sources(None)) if each.rule == rule.id]
    said = "; ".join(each.message for each in found)
    if not example.bad:
        return Outcome(rule.id, rule.language, example, "noisy" if found else "ok", said, rule.path)
    return Outcome(rule.id, rule.language, example, "ok" if len(found) == 1 else "missed", "" if len(found) == 1 else said, rule.path)


def _post(number: int, item: Mapping[str, object]) -> Signature:
    meta = {key: str(value) for key, value in item.items() if key not in ("text", "brag", "named")}
    post = Post(str(item.get("path", f"{number}.md")), str(item.get("text", "")), id=str(item.get("id", number)), meta=meta)
    return replace(signature(post), company_news=bool(item.get("brag")), role="text" if item.get("named") else "post")
