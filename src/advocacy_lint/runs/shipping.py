"""Learn what ships from labelled posts: the tables of words and the built-in weights, and say whether they are fresh.

The posts are not all part of the project, so what ships records the check sums of what it was learned from: where the posts are at
hand the words are learned again and compared byte by byte, elsewhere the recorded sums must agree with the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from advocacy_lint.checks.wording import FOLDER
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.files.atomic import write_atomically
from advocacy_lint.files.digests import blake2b
from advocacy_lint.files.packs import builtin_folder
from advocacy_lint.languages import BUILT_IN
from advocacy_lint.rulebook import read_pack
from advocacy_lint.runs import calibration_joint as joint
from advocacy_lint.runs import calibration_words as words
from advocacy_lint.runs import labelled_posts
from advocacy_lint.runs.evaluate import auc

WEIGHTS = "data/weights/builtin.yml"
RECIPE = words.Recipe()


class Source(Struct, frozen=True):
    """A file of labelled posts, and what each of its posts weighs: files of one weight are one sort of posts."""

    path: Path
    weight: float

    @property
    def line(self) -> str:
        """What is recorded of the file: its name, weight and check sum."""
        return f"{self.path.name} weight {self.weight:g} blake2b {_sum(self.path.read_bytes())}"


def inputs(given: Sequence[str]) -> list[Source]:
    """Return the files of some ``FILE`` or ``FILE=WEIGHT``; InputError for a weight that is none."""
    found = []
    for each in given:
        name, _, weight = each.partition("=")
        try:
            found.append(Source(Path(name), float(weight or 1)))
        except ValueError:
            raise InputError(f"not a weight: {weight}", name, hint="--from posts.jsonl=3") from None
    return found


def write(sources: Sequence[Source], command: str) -> Iterator[str]:
    """Write the tables and the built-in weights; yield the figures, each post judged by what was learned without its group."""
    session = Session(Config())
    folder = Path(builtin_folder())
    posts = _samples(sources, session)
    for language, text in tables(posts, sources).items():
        path = folder / FOLDER / f"{language}.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(str(path), text.encode("utf-8"))
        yield f"{path.name}: {len(text.encode()) // 1000} kB"
    weighed, _ = joint.held_out(posts, (), session, RECIPE)
    # What their authors gave the rules: what was fitted before is no evidence, or a second run would move further than the first.
    authors = session.book(BUILT_IN[0]).fitted.get("authors")
    said = {file.id for file in read_pack(folder) if isinstance(file.data, Mapping) and "weight" in file.data}
    prior = {
        rule.id: authors.get(rule.id, rule.weight) if isinstance(authors, Mapping) else rule.weight
        for linter in map(session.linter, BUILT_IN)
        for rule in linter.rules
        if rule.kind != "wording" and rule.id not in said
    }
    rules = (rule for linter in map(session.linter, BUILT_IN) for rule in linter.rules)
    pointing = {rule.id for rule in rules if not rule.is_strength and rule.kind in ("phrase", "claim")}
    model = joint.fit(posts, weighed, prior, pointing, RECIPE)
    figures = list(_figures(posts, joint.logits_held_out(posts, weighed, prior, pointing, RECIPE)))
    write_atomically(str(folder / WEIGHTS), _document(model, prior, sources, command, figures).encode("utf-8"))
    yield from figures


def tables(posts: Sequence[joint.Sample], sources: Sequence[Source]) -> dict[str, str]:
    """Return the text of each language's table."""
    found = {}
    for language in BUILT_IN:
        lessons = [sample.lesson for sample in posts if sample.language == language]
        remarks = [
            "Words and pairs by which a post sounds like a person (above nought) or like a company (below), in thousandths of a log-odds.",
            "“^word”: in the first sentence; “$word”: in the last two; “begin-”, “-nning”: of long words; <s>, </s>: a sentence's edges.",
            "Learned by advocacy-lint calibrate; docs/judgement.md says how. From:",
            *[f"  {source.line}" for source in sources],
        ]
        found[language] = words.table_text(joint.learned(lessons, RECIPE), words.common_words(lessons), remarks)
    return found


def problems(sources: Sequence[Source]) -> list[str]:
    """Return what is wrong with what ships: nothing, where it is what these posts give (or, without posts, what its records say)."""
    folder = Path(builtin_folder())
    shipped = {language: (folder / FOLDER / f"{language}.tsv").read_text(encoding="utf-8") for language in BUILT_IN}
    recorded = {language: re.findall(r"^#   (\S+ weight \S+ blake2b \S+)$", text, re.MULTILINE) for language, text in shipped.items()}
    weights = (folder / WEIGHTS).read_text(encoding="utf-8")
    found = [
        f"{FOLDER}/{language}.tsv and {WEIGHTS} were not learned from the same posts"
        for language in BUILT_IN
        if not recorded[language] or any(line not in weights for line in recorded[language])
    ]
    if sources:
        lines = [source.line for source in sources]
        if any(each != lines for each in recorded.values()):
            found.append("the posts are not those that the tables were learned from: calibrate --from …")
        else:
            fresh = tables(_samples(sources, Session(Config())), sources)
            found.extend(
                f"{FOLDER}/{each}.tsv is not what the posts give: calibrate --from …" for each in BUILT_IN if fresh[each] != shipped[each]
            )
    return found


def _samples(sources: Sequence[Source], session: Session) -> list[joint.Sample]:
    labels = ((label, source.weight, source.weight > 1) for source in sources for label in labelled_posts.read(source.path))
    return joint.samples(labels, session)


def _figures(posts: Sequence[joint.Sample], logits: Sequence[float]) -> Iterator[str]:
    """Yield how good and bad posts are told apart by what was learned without their group, by language and sort of posts."""
    for language in BUILT_IN:
        for share in sorted({sample.share for sample in posts}, reverse=True):
            mine = [(each, logit) for each, logit in zip(posts, logits, strict=True) if each.language == language and each.share == share]
            good = [logit for each, logit in mine if each.lesson.verdict == "good"]
            bad = [logit for each, logit in mine if each.lesson.verdict == "bad"]
            if good and bad:
                files = ", ".join(dict.fromkeys(Path(each.label.post.path).stem for each, _ in mine))
                under, over = sum(each < 0 for each in good) / len(good), sum(each >= 0 for each in bad) / len(bad)
                errors = f"good under 50 {under:.1%}, bad at 50 or more {over:.1%}"
                yield f"{language}, {files}, held out: {len(mine)}, AUC {auc(good, bad):.3f}, {errors}"


def _document(model: joint.Joint, prior: Mapping[str, float], sources: Sequence[Source], command: str, figures: Sequence[str]) -> str:
    lines = [
        "# Weights in log-odds: what a rule costs (a strength: earns) when it speaks in full, beside the words (rules/data/wording).",
        "# Zero: the words say it already. Rules that are not listed weigh `scale` of what their own file says.",
        f'command: "{command}"',
        "inputs:",
        *(f'  - "{source.line}"' for source in sources),
        "figures:",
        *(f'  - "{line}"' for line in figures),
        "bias:",
        *(f"  {language}: {value:.3f}" for language, value in sorted(model.bias.items())),
        f"scale: {RECIPE.rules}",
        "rules:",
        *(f"  {rule}: {model.rules[rule]:.3f}" for rule in sorted(model.rules)),
        "# What its author gave a rule: the fit is held to `scale` of it. Calibrating does not change it; a rule that is new here weighs",
        "# what its own file says.",
        "authors:",
        *(f"  {rule}: {prior[rule]:g}" for rule in sorted(model.rules)),
    ]
    return "\n".join(lines) + "\n"


def _sum(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
