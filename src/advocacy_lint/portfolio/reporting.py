"""From clusters and imbalances to findings, in the words of the rules under ``rules/portfolio``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from advocacy_lint import plugins, rulebook
from advocacy_lint.config import Config
from advocacy_lint.engine.linter import selected
from advocacy_lint.languages import name_of, writing
from advocacy_lint.model import LEVELS, PortfolioFinding, Post, Rule, SharedText, Span
from advocacy_lint.portfolio import wording
from advocacy_lint.portfolio.duplicates import Cluster, Clustering, shared_runs
from advocacy_lint.portfolio.mix import MEASURES, THEME, Imbalance
from advocacy_lint.portfolio.signature import OPENING, Signature
from advocacy_lint.portfolio.sources import Sources
from advocacy_lint.portfolio.words import month_name
from advocacy_lint.text.filling import fill

_LONGEST_EXCERPT = 72


def report(
    posts: Sequence[Signature],
    others: Sequence[Signature],
    config: Config,
    language: str,
    sources: Sources,
    begun: Clustering | None = None,
) -> list[PortfolioFinding]:
    """Return what shows across posts, errors first.

    `begun`: the clustering that has taken in the first posts already, where there are no named texts.
    """
    book = rulebook.load(language, (*plugins.pack_folders(config.plugins), *config.rules), config.levels, groups=("portfolio",))
    rules = [rule for rule in book.rules if selected(rule.id, config.select, config.ignore)]
    together = [*(each for each in others if each.role == "text"), *posts, *(each for each in others if each.role == "context")]
    clustering = begun or Clustering(config.duplicates.threshold)
    for each in together[len(clustering) :]:
        clustering.add(each)
    groups = clustering.found()
    copies = [[together[position] for position in group.members] for group in groups]
    found = [
        finding
        for rule in rules
        if rule.kind == "duplicate"
        for group, members in zip(groups, copies, strict=True)
        if (finding := _copied(rule, group, members, language, sources)) is not None
    ]
    unlike = _without_copies(posts, copies)
    found.extend(finding for rule in rules if rule.kind == "mix" for finding in _mixed(rule, posts, unlike, config, language, sources))
    return sorted(found, key=lambda each: (LEVELS.index(each.level), -len(each.posts), each.rule))


def _among(members: Sequence[Signature]) -> str:
    """Return whose wording a cluster shares."""
    if any(each.role == "text" for each in members):
        return "texts"
    return "authors" if len({each.voice for each in members}) > 1 else "same-author"


def _copied(rule: Rule, group: Cluster, members: Sequence[Signature], language: str, sources: Sources) -> PortfolioFinding | None:
    mine = [each for each in members if each.role == "post"]
    if not mine or rule.params.among != _among(members) or len(members) < rule.params.at_least:
        return None
    ordered = sorted(members, key=lambda each: ("post", "context", "text").index(each.role))
    found = sources.posts(ordered)
    spans, excerpt = _shared(found, [each.numbers for each in ordered])
    slots = {
        "count": str(len(mine)),
        "voices": str(len({each.voice for each in ordered})),
        "percent": str(round(100 * group.share)),
        "match": excerpt or "…",
        "texts": ", ".join(each.path for each in ordered if each.role == "text"),
        "others": str(len(ordered) - 1),
    }
    shared = tuple(SharedText(each.path, each.id, places, each.place) for each, places in zip(ordered, spans, strict=True))
    return _finding(rule, language, slots, group.share, shared)


def _shared(posts: Sequence[Post | None], shingles: Sequence[Sequence[int]]) -> tuple[list[tuple[Span, ...]], str]:
    """Return the spans of shared wording in each post, and the longest of them as an excerpt; `shingles`: of the posts, as they were."""
    cut = [wording.words(post) if post is not None else [] for post in posts]
    # A file that was written meanwhile has words that nothing is known of.
    same = [len(numbers) == max(0, len(words) - wording.SHINGLE + 1) for words, numbers in zip(cut, shingles, strict=True)]
    runs = shared_runs([numbers if fits else () for numbers, fits in zip(shingles, same, strict=True)])
    spans = [wording.spans(found, run) for found, run in zip(cut, runs, strict=True)]
    longest, excerpt = 0, ""
    for post, places in zip(posts, spans, strict=True):
        for place in places if post is not None else ():
            if place.end - place.start > longest:
                longest, excerpt = place.end - place.start, short(post.text[place.start : place.end]) if post else ""
    return spans, excerpt


def _without_copies(posts: Sequence[Signature], copies: Iterable[Sequence[Signature]]) -> list[Signature]:
    """Return the posts with one of each cluster only: that copies open alike has been said."""
    repeated = {id(each) for members in copies for each in [member for member in members if member.role == "post"][1:]}
    return [post for post in posts if id(post) not in repeated]


def _mixed(
    rule: Rule, posts: Sequence[Signature], unlike: Sequence[Signature], config: Config, language: str, sources: Sources
) -> Iterator[PortfolioFinding]:
    name = rule.params.measure
    bound = rule.params.above if rule.params.above is not None else getattr(config.mix, name, 0.0)
    for each in MEASURES[name](unlike if name == "same_opening" else posts, config, bound):
        spans, words = _pointed_at(name, each, sources)
        slots = {**each.slots, **words}
        slots["month"] = f" ({month_name(each.slots['month'], language)})" if each.slots.get("month") else ""
        slots.update(_named(slots, language))
        shared = tuple(SharedText(post.path, post.id, places, post.place) for post, places in zip(each.posts, spans, strict=True))
        yield _finding(rule, language, slots, None if each.share is None else round(each.share, 2), shared)


def _named(slots: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the slots that are said in the reader's language: what a language is called, and the themes with their figures."""
    themes = {key.partition(":")[2]: value for key, value in slots.items() if key.startswith(THEME)}
    quoted = writing(language).quoted
    named = {"themes": ", ".join(f"{quoted(name)} {figures}" for name, figures in themes.items())} if themes else {}
    return {**named, "language": name_of(slots["language"], language)} if "language" in slots else named


def _pointed_at(name: str, found: Imbalance, sources: Sources) -> tuple[list[tuple[Span, ...]], dict[str, str]]:
    """Return where an imbalance shows in its posts, and the words that name it."""
    nowhere: list[tuple[Span, ...]] = [() for _ in found.posts]
    if name in ("one_voice", "per_week"):
        return nowhere, {"author": found.posts[0].name}
    if name not in ("same_opening", "same_link"):
        return nowhere, {}
    posts = sources.posts(found.posts)
    if name == "same_link":
        shared = set.intersection(*(set(wording.links(post)) for post in posts if post is not None)) if any(posts) else set()
        return nowhere, {"match": min(shared, default="…")}
    spans: list[tuple[Span, ...]] = []
    opening = "…"
    for post in posts:
        first_words = wording.words(post)[:OPENING] if post is not None else []
        spans.append((Span(first_words[0].start, first_words[-1].end),) if first_words else ())
        if post is not None and first_words and opening == "…":
            opening = short(post.text[first_words[0].start : first_words[-1].end])
    return spans, {"match": opening}


def _finding(rule: Rule, language: str, slots: Mapping[str, str], share: float | None, posts: tuple[SharedText, ...]) -> PortfolioFinding:
    """Return a finding in the words of its rule."""
    texts = rule.texts.get(language) or next(iter(rule.texts.values()))
    return PortfolioFinding(
        rule=rule.id,
        level=rule.level,
        message=fill(texts.message, slots),
        why=texts.why,
        share=share,
        posts=posts,
        ask=tuple(fill(each, slots) for each in texts.ask),
        suggest=fill(texts.suggest, slots) if texts.suggest else None,
    )


def short(text: str) -> str:
    """Return words as they are quoted: on one line, and not too many."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"
