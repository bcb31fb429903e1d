"""Configurations, YAML and TOML: a Config, or one ConfigError with its place. The first line says which."""

from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.config.show import settings
from advocacy_lint.errors import ConfigError
from targets.common import folder, one_line


def one(data):
    """Read bytes as the configuration of a folder."""
    first, _, body = data.partition(b"\n")
    name = "pyproject.toml" if first == b"toml" else "advocacy-lint.yml"
    path = folder() / name
    path.write_bytes(body)
    try:
        config = ConfigStore(path).for_path(folder() / "draft.md")
    except ConfigError as error:
        one_line(error)
        assert name in str(error), error
        return
    assert isinstance(config, Config)
    assert isinstance(hash(config), int)
    assert settings(config)
