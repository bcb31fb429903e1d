"""Weights files: what `calibrate` writes and the score reads; YAML that a person can review."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advocacy_lint.errors import ConfigError
from advocacy_lint.reading import read_text
from advocacy_lint.scoring import Weights


def parse(data: Mapping[str, Any], path: str = "") -> Weights:
    """Return weights from a file's data; ConfigError where it is not one."""
    unknown = set(data) - {"command", "fitted_on", "figures", "bias", "rules"}
    if unknown:
        raise ConfigError(f"unknown key “{min(unknown)}”", path, hint="a weights file has command, fitted_on, figures, bias, rules")
    return Weights(_numbers(data.get("bias"), path), _numbers(data.get("rules"), path, least=0.0), path)


def _numbers(data: Any, path: str, least: float | None = None) -> dict[str, float]:
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
    from advocacy_lint import safe_yaml

    data = safe_yaml.load(read_text(path, ConfigError, what="the weights "), path, error=ConfigError)
    if not isinstance(data, Mapping):
        raise ConfigError("not a weights file", path)
    return parse(data, path)
