"""A run's linters: which language a post is in, the rules for it, and one report a post."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from advocacy_lint import packs, structure
from advocacy_lint.config import Config
from advocacy_lint.errors import ConfigError
from advocacy_lint.kept_words import Sayings
from advocacy_lint.languages import SUPPORTED, UNKNOWN
from advocacy_lint.model import Post, PostReport, Skipped

# What lints is imported when a post is new: a run whose reports are all known takes 20 ms less.
if TYPE_CHECKING:
    from advocacy_lint.engine import Linter, Settings
    from advocacy_lint.rulebook import RuleBook

_CODES = {
    "da": "da", "dansk": "da", "danish": "da", "da-dk": "da", "da_dk": "da",
    "en": "en", "english": "en", "engelsk": "en", "en-gb": "en", "en-us": "en", "en_gb": "en", "en_us": "en",
    "no": "no", "nb": "no", "nn": "no", "norsk": "no", "norwegian": "no", "sv": "sv", "svensk": "sv", "swedish": "sv",
    "de": "de", "tysk": "de", "german": "de", "deutsch": "de",
}  # fmt: skip
_NAMES = {
    "da": {"no": "norsk", "sv": "svensk", "de": "tysk", "und": "ukendt"},
    "en": {"no": "Norwegian", "sv": "Swedish", "de": "German", "und": "unknown"},
}
# Rules that hold in any language: they measure, or look at metadata.
_NEUTRAL_MEASURES = frozenset(("characters", "hashtags", "links", "emoji", "exclamations", "caps_words", "longest_paragraph"))


class Session:
    """Linters for one configuration, each language's built when a post needs it."""

    def __init__(self, config: Config, *, language: str | None = None, locale: str | None = None) -> None:
        self.config = config
        self.language = code_of(language) if language else None
        self.locale = locale or config.locale
        self._linters: dict[str, Linter] = {}
        self._neutral: Linter | None = None
        self._books: dict[str, RuleBook] = {}

    def linter(self, language: str) -> Linter:
        """Return the linter for a supported language."""
        found = self._linters.get(language)
        if found is None:
            from advocacy_lint import forms
            from advocacy_lint.engine import Linter

            config = self.config
            book = self.book(language)
            found = self._linters[language] = Linter(book, forms.load(language, config.rules), self._settings(language, book.fitted))
        return found

    def book(self, language: str) -> RuleBook:
        """Return the rules for a supported language."""
        found = self._books.get(language)
        if found is None:
            from advocacy_lint import rulebook

            self._check_names()
            found = self._books[language] = rulebook.load(language, self.config.rules, self.config.levels)
        return found

    def _check_names(self) -> None:
        """Raise ConfigError for a rule, or group of rules, that the settings name and nobody has: it would switch nothing on or off."""
        config = self.config
        named = {"select": config.select, "ignore": config.ignore, "levels": tuple(config.levels)}
        if not any(named.values()):
            return
        from advocacy_lint import rulebook
        from advocacy_lint.suppressing import SUPPRESSIONS, covers

        ids = {*rulebook.ids([packs.builtin_folder(), *config.rules]), *SUPPRESSIONS}
        for key, names in named.items():
            for name in names:
                if not any(covers(name, rule_id) for rule_id in ids):
                    groups = {rule_id.rpartition("/")[0] for rule_id in ids}
                    raise ConfigError(
                        f"{key}: no rule, or group of rules, “{structure.short(name)}”",
                        config.origins.get(f"levels.{name}") if key == "levels" else None,
                        hint=structure.nearest(name, sorted({*ids, *groups} if "/" in name else groups)),
                    )

    def sayings(self, language: str) -> Sayings:
        """Return what the rules for a language say; KeyError for one that is not supported."""
        if language not in SUPPORTED:
            raise KeyError(language)
        return {rule.id: rule.texts for rule in self.book(language).rules}

    def stamp(self) -> str:
        """Return a text that changes with anything but the draft that a report depends on."""
        config = self.config
        folders = [packs.builtin_folder(), *config.rules]
        weights_file = ""
        if config.weights:
            stat = os.stat(config.weights)
            weights_file = f"{stat.st_size}:{stat.st_mtime_ns}"
        return "\n".join((repr(config), str(self.language), str(self.locale), weights_file, packs.stamp(folders)))

    def _settings(self, language: str, fitted: Mapping[str, Any]) -> Settings:
        from advocacy_lint import weights
        from advocacy_lint.engine import Settings

        config = self.config
        vocabulary = config.vocabulary
        return Settings(
            weights=weights.load(config.weights) if config.weights else weights.parse(fitted),
            select=config.select,
            ignore=config.ignore,
            terms=(*vocabulary.terms, *vocabulary.products),
            people=vocabulary.people,
            organisations=vocabulary.organisations,
            audiences=config.audiences,
            locale=self.locale,
            nlp=config.nlp.get(language),
        )

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

        return detect(_judged_text(post))

    def lint(self, post: Post) -> PostReport:
        """Return the report of one post; a language without rules is said so, not linted as another."""
        language = self.language_of(post)
        if language in SUPPORTED:
            return self.linter(language).lint(post)
        return self._elsewhere(post, language)

    def lint_all(self, posts: Sequence[Post], many: bool = False) -> Iterator[PostReport]:
        """Yield the reports of posts, in order; those of one language go through each stage together. `many`: many more will come."""
        for language, group in groupby(posts, key=self.language_of):
            if language in SUPPORTED:
                yield from self.linter(language).lint_all(list(group), many)
            else:
                yield from (self._elsewhere(post, language) for post in group)

    def _elsewhere(self, post: Post, language: str) -> PostReport:
        """Return the report of a post in a language without rules: only what holds in any."""
        if self._neutral is None:
            from advocacy_lint import forms
            from advocacy_lint.engine import Linter

            base = self.linter("en")
            kept = tuple(
                rule
                for rule in base.book.rules
                if rule.kind == "field" and not rule.params.unless_text or rule.kind == "limit" and rule.params.measure in _NEUTRAL_MEASURES
            )
            self._neutral = Linter(replace(base.book, rules=kept), forms.load("en"), base.settings)
        report = self._neutral.lint(post)
        name = _NAMES["da" if self.locale == "da" else "en"].get(language, language)
        reason = f"sproget understøttes ikke: {name}" if self.locale == "da" else f"language not supported: {name}"
        return replace(
            report, language=language, score=None, grade=None, dimensions={}, strengths=(), skipped=(Skipped("*", reason),),
            locale=self.locale or "en", findings=tuple(replace(each, gain=0) for each in report.findings),
        )  # fmt: skip


def code_of(name: str) -> str | None:
    """Return the ISO 639-1 code of a language named by code or in Danish, English or itself; None for an empty name."""
    cleaned = name.strip().casefold()
    if not cleaned:
        return None
    short = cleaned.replace("_", "-").split("-")[0]
    return _CODES.get(cleaned) or _CODES.get(short) or (short if len(short) == 2 and short.isalpha() else UNKNOWN)


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
