"""A run's linters: which language a post is in, the rules for it, and one report a post."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from threading import RLock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from advocacy_lint import plugins
from advocacy_lint.config import Config
from advocacy_lint.errors import ConfigError
from advocacy_lint.files import packs, structure
from advocacy_lint.languages import BUILT_IN, FALLBACK, SUPPORTED, UNKNOWN, code_of, messages, name_of, read_as
from advocacy_lint.model import Post, PostReport, Skipped

# What lints is imported when a post is new.
if TYPE_CHECKING:
    from advocacy_lint.engine.linter import Linter, Settings
    from advocacy_lint.engine.score import Weights
    from advocacy_lint.rulebook import RuleBook

# Rules that hold in any language: they measure, or look at metadata.
_NEUTRAL_MEASURES = frozenset(("characters", "hashtags", "links", "emoji", "exclamations", "caps_words", "longest_paragraph"))


# Files whose text is what stands in them.
_TEXTS = frozenset((".md", ".markdown", ".mdx", ".txt", ""))

# Threads that come first together wait for one of them to read the rules.
_building = RLock()


class Session:
    """Linters for one configuration, each language's built when a post needs it."""

    def __init__(self, config: Config, *, language: str | None = None, locale: str | None = None) -> None:
        self.config = config
        self.language = code_of(language) if language else None
        self.locale = locale or config.locale
        self._linters: dict[str, Linter] = {}
        self._neutral: Linter | None = None
        self._books: dict[str, RuleBook] = {}
        # Over the built-in pack: plugins', and a team's own over these.
        self._packs = (*plugins.pack_folders(config.plugins), *config.rules)

    def linter(self, language: str) -> Linter:
        """Return the linter for a supported language."""
        found = self._linters.get(language)
        if found is None:
            from advocacy_lint.engine.linter import Linter
            from advocacy_lint.languages import forms

            with _building:
                found = self._linters.get(language)
                if found is None:
                    book = self.book(language)
                    settings = self._settings(language, book.fitted)
                    found = self._linters[language] = Linter(book, forms.load(language, self._packs), settings)
        return found

    def book(self, language: str) -> RuleBook:
        """Return the rules for a supported language."""
        found = self._books.get(language)
        if found is None:
            from advocacy_lint import rulebook

            with _building:
                found = self._books.get(language)
                if found is None:
                    self._check_names()
                    found = self._books[language] = rulebook.load(language, self._packs, self.config.levels)
        return found

    def _check_names(self) -> None:
        """Raise ConfigError for a rule, or group of rules, that the settings name and nobody has: it would switch nothing on or off."""
        config = self.config
        named = {"select": config.select, "ignore": config.ignore, "levels": tuple(config.levels)}
        if not any(named.values()):
            return
        from advocacy_lint import rulebook
        from advocacy_lint.engine.suppressions import SUPPRESSIONS, covers

        ids = {*rulebook.ids([packs.builtin_folder(), *self._packs]), *SUPPRESSIONS}
        for key, names in named.items():
            for name in names:
                if not any(covers(name, rule_id) for rule_id in ids):
                    groups = {rule_id.rpartition("/")[0] for rule_id in ids}
                    raise ConfigError(
                        f"{key}: no rule, or group of rules, “{structure.short(name)}”",
                        config.origins.get(f"levels.{name}") if key == "levels" else None,
                        hint=structure.nearest(name, sorted({*ids, *groups} if "/" in name else groups)),
                    )

    def stamp(self) -> str:
        """Return a text that changes with anything but the draft that a report depends on."""
        config = self.config
        folders = [packs.builtin_folder(), *self._packs]
        weights_file = ""
        if config.weights:
            stat = os.stat(config.weights)
            weights_file = f"{stat.st_size}:{stat.st_mtime_ns}"
        return "\n".join((repr(config), str(self.language), str(self.locale), weights_file, plugins.stamp(), packs.stamp(folders)))

    def _settings(self, language: str, fitted: Mapping[str, object]) -> Settings:
        from advocacy_lint.engine import weights
        from advocacy_lint.engine.linter import Settings

        config = self.config
        vocabulary = config.vocabulary
        return Settings(
            weights=self._weights(config.weights) if config.weights else weights.parse(fitted),
            select=config.select,
            ignore=config.ignore,
            terms=(*vocabulary.terms, *vocabulary.products),
            people=vocabulary.people,
            organisations=vocabulary.organisations,
            products=vocabulary.products,
            audiences=config.audiences,
            disclosure=config.disclosure,
            avoid=config.avoid,
            levels=config.levels,
            locale=self.locale,
            nlp=config.nlp.get(language),
        )

    def _weights(self, path: str) -> Weights:
        """Return the weights of a file; ConfigError where it weighs a rule that nobody has."""
        from advocacy_lint import rulebook
        from advocacy_lint.engine import weights

        found = weights.load(path)
        ids = rulebook.ids([packs.builtin_folder(), *self._packs])
        for name in found.rules:
            if name not in ids:
                raise ConfigError(f"rules: no rule “{structure.short(name)}”", path, hint=structure.nearest(name, sorted(ids)))
        return found

    def language_of(self, post: Post) -> str:
        """Return the language of a post: from its metadata, the command line, the configuration, else detected."""
        declared = code_of(post.meta.get("language", ""))
        if declared:
            return declared
        if self.language:
            return self.language
        if self.config.language:
            return code_of(self.config.language) or self.config.language
        from advocacy_lint.languages.detect import detect

        return read_as(detect(_judged_text(post)))

    def judges(self, language: str) -> bool:
        """Say whether posts in a language are judged: there are rules for it, and the configuration's ``languages`` have it."""
        known = self.config.languages
        said = known != BUILT_IN or "languages" in self.config.origins
        chosen = known if said else SUPPORTED  # who names none takes those of plugins too
        return language in SUPPORTED and language in (*chosen, self.language, self.config.language)

    def lint(self, post: Post, *, accepting: str | None = None) -> PostReport:
        """Return the report of one post; a language without rules is said so, not linted as another.

        `accepting`: as it would be if the vocabulary had this term too.
        """
        from advocacy_lint.text.reading import heard

        other = heard(post)
        read = other.post if other else post
        language = self.language_of(read)
        if self.judges(language):
            linter = self.linter(language)
            report = (linter.accepting(accepting) if accepting else linter).lint(read)
        else:
            report = self._elsewhere(read, language)
        return _with_move(other.report(report) if other else report, post)

    def logit(self, post: Post) -> float:
        """Return how a post is judged in log-odds; nought in a language without rules."""
        from advocacy_lint.text.reading import heard

        other = heard(post)
        read = other.post if other else post
        language = self.language_of(read)
        return self.linter(language).logit(read) if self.judges(language) else 0.0

    def lint_all(self, posts: Sequence[Post]) -> Iterator[PostReport]:
        """Yield the reports of posts, in order; those of one language go through each stage together."""
        from advocacy_lint.text.reading import heard

        other = [heard(post) for post in posts]
        read = [each.post if each else post for each, post in zip(other, posts, strict=True)]
        for post, each, report in zip(posts, other, self._judged(read), strict=True):
            yield _with_move(each.report(report) if each else report, post)

    def _judged(self, posts: Sequence[Post]) -> Iterator[PostReport]:
        """Yield the reports of posts as they are read."""
        for language, group in groupby(posts, key=self.language_of):
            if self.judges(language):
                yield from self.linter(language).lint_all(list(group))
            else:
                yield from (self._elsewhere(post, language) for post in group)

    def _elsewhere(self, post: Post, language: str) -> PostReport:
        """Return the report of a post in a language without rules: only what holds in any."""
        if self._neutral is None:
            from advocacy_lint.engine.linter import Linter
            from advocacy_lint.languages import forms

            base = self.linter(FALLBACK)
            kept = tuple(
                rule
                for rule in base.book.rules
                if rule.kind == "field" and not rule.params.unless_text or rule.kind == "limit" and rule.params.measure in _NEUTRAL_MEASURES
            )
            self._neutral = Linter(replace(base.book, rules=kept, phrases=None), forms.load(FALLBACK), base.settings)
        report = self._neutral.lint(post)
        words = messages("not-judged", self.locale)
        name = words["und"] if language == UNKNOWN else name_of(language, self.locale)
        reason = words["not-among" if language in SUPPORTED else "not-supported"].format(language=name)
        return replace(
            report, language=language, score=None, grade=None, dimensions={}, strengths=(), skipped=(Skipped("*", reason),),
            locale=self.locale or FALLBACK, findings=tuple(replace(each, gain=0) for each in report.findings),
        )  # fmt: skip


def _with_move(report: PostReport, post: Post) -> PostReport:
    """Return a report with how its lead goes to the front, where the post is a text whose sentences can be moved."""
    found = report.promotion
    if found is None:
        return report
    suffix = os.path.splitext(post.path)[1].lower()
    if suffix not in _TEXTS or post.place or post.places or post.suppressions:
        return replace(report, promotion=None)
    from advocacy_lint.text.moving import moved

    move = moved(post.text, post.start, post.stop, found.lead, found.before, found.gap)
    return replace(report, promotion=None, move=move or ())


def _judged_text(post: Post) -> str:
    """Return the start of a post's text without what is muted, for language detection."""
    parts: list[str] = []
    position, stop = post.start, min(post.stop, post.start + 20_000)
    for span in post.muted:
        if span.start >= stop:
            break
        if span.start > position:
            parts.append(post.text[position : span.start])
        position = max(position, span.end)
    parts.append(post.text[position:stop])
    return " ".join(parts)
