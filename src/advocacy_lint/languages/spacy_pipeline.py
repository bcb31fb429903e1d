"""The only importer of spaCy: blank or trained pipelines and the Matcher, loaded when first needed."""

from __future__ import annotations

from collections.abc import Sequence
from threading import RLock
from typing import TYPE_CHECKING

from advocacy_lint.errors import ConfigError, RuleError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher

BLANK = "blank"
_pipelines: dict[str, Language] = {}
_matchers: dict[tuple[str, str, str], Matcher] = {}
# A pipeline writes into its vocabulary as it reads: one text at a time.
_lock = RLock()


def pipeline(language: str, name: str) -> Language:
    """Return the named trained pipeline (a package or a folder); ``blank``: one without training for the language.

    Raises ConfigError where spaCy, or the named pipeline, is not installed.
    """
    key = f"{language}:{name}"
    found = _pipelines.get(key)
    if found is None:
        try:
            import spacy
        except ImportError:
            raise ConfigError("nlp: spaCy is not installed", hint="pip install 'advocacy-lint[nlp]', or take nlp: out") from None
        if name == BLANK:
            found = spacy.blank(language)
        else:
            try:
                found = spacy.load(name)
            except OSError as error:
                raise ConfigError(f"the spaCy pipeline “{name}” cannot be loaded", hint=f"pip install {name}, or take nlp: out") from error
        _pipelines[key] = found
    return found


def match(
    key: str, patterns: Sequence[Sequence[dict[str, object]]], text: str, language: str, name: str, path: str, line: int
) -> list[tuple[int, int]]:
    """Return the character spans in `text` that patterns match, in order; RuleError for a pattern that the Matcher refuses."""
    with _lock:
        return _matched(key, patterns, text, language, name, path, line)


def _matched(
    key: str, patterns: Sequence[Sequence[dict[str, object]]], text: str, language: str, name: str, path: str, line: int
) -> list[tuple[int, int]]:
    nlp = pipeline(language, name)
    matcher = _matchers.get((key, language, name))
    if matcher is None:
        from spacy.matcher import Matcher

        try:
            matcher = Matcher(nlp.vocab, validate=True)
            matcher.add("rule", [list(pattern) for pattern in patterns], greedy="LONGEST")
        except ValueError as error:
            raise RuleError(f"tokens pattern: {str(error).strip().splitlines()[0]}", path, line) from None
        _matchers[key, language, name] = matcher
    document = nlp(text)
    return sorted((document[start:end].start_char, document[start:end].end_char) for _, start, end in matcher(document))


def describe(language: str, name: str) -> str:
    """Return which pipeline is used, as the report names it."""
    return f"spacy.blank({language!r})" if name == BLANK else name
