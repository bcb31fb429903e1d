"""Weights files: what `calibrate` writes and the score reads; YAML that a person can review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advocacy_lint.checks.wording import UNIT, Table, laid_over
from advocacy_lint.engine.score import Weights
from advocacy_lint.errors import ConfigError
from advocacy_lint.files.contents import read_text
from advocacy_lint.languages import SUPPORTED

_KEYS = ("command", "inputs", "fitted_on", "figures", "bias", "scale", "rules", "authors", "words")


def parse(data: Mapping[str, object], path: str = "") -> Weights:
    """Return weights from a file's data; ConfigError where it is not one."""
    unknown = set(data) - set(_KEYS)
    if unknown:
        raise ConfigError(f"unknown key “{min(unknown)}”", path, hint=f"a weights file has {', '.join(_KEYS)}")
    bias = data.get("bias")
    for language in bias if isinstance(bias, Iterable) else ():
        if language not in SUPPORTED:
            raise ConfigError(f"bias: no language “{language}”", path, hint=f"there are {', '.join(SUPPORTED)}")
    words = data.get("words") or {}
    if not isinstance(words, Mapping):
        raise ConfigError("expected languages, each with words and numbers", path)
    scale = _numbers({"scale": data.get("scale", 1.0)}, path, least=0.0)["scale"]
    return Weights(
        _numbers(bias, path),
        _numbers(data.get("rules"), path, least=0.0),
        path,
        scale,
        {str(language): _numbers(each, path) for language, each in words.items()},
    )


def _numbers(data: object, path: str, least: float | None = None) -> dict[str, float]:
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise ConfigError("expected names and numbers", path)
    for name, value in data.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e6 or (least is not None and value < least):
            raise ConfigError(f"“{name}” is not a weight: {value}", path, hint="a number of zero or more" if least is not None else None)
    return {str(name): float(value) for name, value in data.items()}


def load(path: str) -> Weights:
    """Return the weights of a file; ConfigError where it cannot be read."""
    from advocacy_lint.files import safe_yaml

    data = safe_yaml.load(read_text(path, ConfigError, what="the weights "), path, error=ConfigError)
    if not isinstance(data, Mapping):
        raise ConfigError("not a weights file", path)
    return parse(data, path)


def worded(table: Table, language: str, weights: Weights) -> Table:
    """Return what words weigh in a language: a table (the one that ships), with what a weights file lays over it."""
    own = weights.words.get(language)
    return laid_over(table, {feature: round(weight * UNIT) for feature, weight in own.items()}) if own else table
