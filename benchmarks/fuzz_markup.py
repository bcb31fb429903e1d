"""Dress plain drafts in mark-up, and hold their fixes against the plain drafts': python benchmarks/fuzz_markup.py [drafts] [seed].

After a fix the mark-up is balanced, every link, code span, template, comment and footnote still stands, and the text without mark-up is
what a fix of the plain text makes. All fixes together, and `--unsafe-fixes` until nothing is left, keep the first two.
"""

from __future__ import annotations

import html
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

from advocacy_lint import languages
from advocacy_lint.advice import fixes
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs.markdown import posts
from advocacy_lint.model import Post, PostReport

ROOT = Path(__file__).parent.parent
_MARKDOWN = MarkdownIt("commonmark")
PAIRS = (
    ("**", "**"), ("*", "*"), ("_", "_"), ("***", "***"), ("__", "__"), ("<b>", "</b>"), ("<em>", "</em>"), ('<span class="x">', "</span>"),
    ("[", "](https://a.example/{n})"), ("[", '](<https://a.example/{n}> "Title")'), ("[", "](side-{n}.md)"), ("[", "][ref{n}]"),
)  # fmt: skip
ATOMS = (" `code{n}`", " {{{{< shortcode{n} >}}}}", "<!-- remark {n} -->", "[^{n}]", " <code>x{n}</code>", " {{% if n{n} %}}")
_ATOM = re.compile(r"\]\((?!\()[^)\n]*\)|\]\[ref\d+\]|`[^`]+`|\{\{<.*?>\}\}|<!--.*?-->|\[\^\d+\]|<code>.*?</code>|\{%.*?%\}")
# Where these point depends on the whole draft.
_BY_THE_WHOLE = "craft/"
_SIGNS = ("*", "**", "_", "[", "]", "`", "<b>", "</b>", "\n", "\n\n", "  \n", "\n- ", "\\", "&amp;")
_SESSIONS = {language: Session(Config(), language=language) for language in languages.SUPPORTED}


def texts(language: str) -> list[str]:
    """Return plain drafts: the bad examples of all rules, and the drafts that are written with mark-up, without it."""
    found = [text for path in sorted((ROOT / "rules").glob("*/*.yml")) for text in _examples(path, language)]
    marked = yaml.safe_load((ROOT / "tests" / "advice" / "marked.yml").read_text(encoding="utf-8"))[language]
    return [text for text in [*found, *map(plain, marked)] if not re.search(r"[<>*_`{}\[\]&\\|#~=\n]|^[\s–-]", text)]


def _examples(path: Path, language: str) -> list[str]:
    section = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get(language) or {}
    bad = (section.get("examples") or {}).get("bad") or ()
    return [re.sub(r"<<|>>", "", each if isinstance(each, str) else str(each.get("text", ""))) for each in bad]


def plain(text: str) -> str:
    """Return what readers see of a text, with single blanks."""
    without = re.sub(r"\{\{<.*?>\}\}|\{%.*?%\}|\[\^\d+\]|(?<=\])\[ref\d+\]", "", text)
    shown = re.sub(r"<[^>]*>", "", _MARKDOWN.render(re.sub(r"\[([^\]\[]*)\](?!\()", r"\1", without)))
    return " ".join(html.unescape(shown).replace("\xa0", " ").split())


def _disagree(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> bool:
    """Say whether two pairs cannot stand together: they cross, begin or end at one word, or are both links."""
    if one[0] == other[0] or one[1] == other[1]:
        return True
    apart = one[1] < other[0] or other[1] < one[0]
    nested = one[0] < other[0] and other[1] < one[1] or other[0] < one[0] and one[1] < other[1]
    return not apart and (not nested or one[2] and other[2])


def dressed(text: str, rng: random.Random, atoms: bool) -> str:
    """Return a draft with pairs of marks around some of its words, well nested, and breaks and entities for some of its blanks."""
    words = re.split(r"( +)", text)
    places = [at for at in range(0, len(words), 2) if words[at]]
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    taken: list[tuple[int, int, bool]] = []
    for number in range(rng.randrange(1, 6)):
        first = rng.choice(places)
        last = min(first + 2 * rng.randrange(5), places[-1])
        if any("\n" in word for word in words[first : last + 1]):
            continue
        pair = rng.choice(PAIRS)
        link = pair[0] == "["
        if any(_disagree((first, last, link), other) for other in taken):
            continue
        taken.append((first, last, link))
        # A mark before the sign that ends a sentence is no less usual than one behind it.
        before[first] = [*before.get(first, []), pair[0]]
        after[last] = [pair[1].format(n=number), *after.get(last, [])]
    for first, marks in before.items():
        words[first] = "".join(marks) + words[first]
    for last, marks in after.items():
        core = words[last].rstrip(".,:;!?")
        inside = rng.random() < 0.6 and core.strip("*_[<>")
        words[last] = (core + "".join(marks) + words[last][len(core) :]) if inside else words[last] + "".join(marks)
    for at in range(1, len(words), 2):
        if rng.random() < 0.06:
            following = words[at + 1] if at + 1 < len(words) else ""
            words[at] = rng.choice(("\n", "&nbsp;")) if following[:1].islower() else "&nbsp;"
        elif atoms and rng.random() < 0.06:
            words[at] = rng.choice(ATOMS).format(n=at) + words[at]
    return "".join(words)


def spoiled(text: str, rng: random.Random) -> str:
    """Return a draft with a few signs dropped, doubled, or put anywhere."""
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(text) + 1)
        signs = [number for number, letter in enumerate(text) if letter in "*_[]()<>`"]
        if signs and rng.random() < 0.4:
            at = rng.choice(signs)
            text = text[:at] + text[at : at + 1] * rng.choice((0, 2)) + text[at + 1 :]
        else:
            text = text[:at] + rng.choice(_SIGNS) + text[at:]
    return text


def report(text: str, language: str) -> PostReport:
    """Return the report of a Markdown draft."""
    return _SESSIONS[language].lint(next(each for each in posts("draft.md", text) if isinstance(each, Post)))


class _Tags(HTMLParser):
    """Says whether tags are closed in the order in which they are opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag


def balance(text: str) -> tuple[bool, int]:
    """Return whether tags are balanced, and how many stars, underscores and brackets readers would see."""
    tags = _Tags()
    tags.feed(re.sub(r"<!--.*?-->|\{\{<.*?>\}\}|\{%.*?%\}|`[^`]*`|\(<", "", text))
    shown = plain(text)
    return tags.balanced and not tags.open, sum(shown.count(sign) for sign in "*_[]")


def wrong(before: str, after: str) -> str | None:
    """Return what a change broke of the mark-up."""
    if Counter(_ATOM.findall(before)) != Counter(_ATOM.findall(after)):
        return "a link, code or template is lost"
    (sound, seen), (still, now) = balance(before), balance(after)
    if sound and not still:
        return "tags are not balanced"
    return "half of a pair is left" if now > seen else None


def broken(marked: str, text: str, language: str, compares: bool, count: Callable[[str], None]) -> str | None:
    """Return what is wrong with the fixes of a draft with mark-up."""
    made = report(marked, language)
    offers = [(finding.rule, fix) for finding in made.findings for fix in finding.fixes]
    wanted: dict[str, list[str]] = {}
    if compares:
        for finding in report(text, language).findings:
            for fix in finding.fixes:
                wanted.setdefault(finding.rule, []).append(" ".join(fixes.apply(text, [fix]).split()))
                count("plain")
    for rule, fix in offers:
        after = fixes.apply(marked, [fix])
        count("compared" if compares else "other")
        if found := wrong(marked, after):
            return f"{rule} {fix}: {found}: {after!r}"
        if compares and not rule.startswith(_BY_THE_WHOLE) and plain(after) not in wanted.get(rule, ()):
            return f"{rule} {fix}: not what the plain text gives: {plain(after)!r} / {wanted.get(rule)}"
    every = fixes.apply(marked, fixes.chosen((fix for _, fix in offers), unsafe=True))
    if found := wrong(marked, every):
        return f"all together: {found}: {every!r}"
    settled = fixes.converge(marked, lambda each: [report(each, language)], unsafe=True).text
    found = wrong(marked, settled)
    return f"in the end: {found}: {settled!r}" if found else None


def main(count: int, seed: int) -> int:
    """Run, and return how many drafts came to harm."""
    rng = random.Random(seed)
    drafts = {language: texts(language) for language in languages.SUPPORTED}
    tally: Counter[str] = Counter()
    bad = 0
    for number in range(count):
        language = rng.choice(languages.SUPPORTED)
        text = plain(" ".join(rng.choice(drafts[language]) for _ in range(rng.choice((1, 1, 2, 3)))))
        marked = dressed(text, rng, atoms := number % 3 == 0)
        if number % 4 == 1:
            marked, atoms = spoiled(marked, rng), True
        elif balance(marked) != (True, 0) or not atoms and plain(marked) != text:
            continue  # no mark-up that readers would see as such
        tally["drafts"] += 1
        found = broken(marked, text, language, not atoms, lambda name: tally.update([name]))
        if found:
            bad += 1
            print(f"{language} {marked!r}\n  {found}")
    of_plain = f"{tally['compared']} fixes of {tally['plain']} that the plain texts have"
    print(f"{tally['drafts']} drafts, {of_plain}, {tally['other']} others, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
