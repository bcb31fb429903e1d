"""Which plugins may be loaded: those that the user's own configuration, or the command line, names. A project only chooses among them."""

from __future__ import annotations

from collections.abc import Iterable

from advocacy_lint import plugins
from advocacy_lint.config import Config, user
from advocacy_lint.errors import ConfigError


def load(named: Iterable[str] = ()) -> None:
    """Load the plugins that the user's configuration names, and these; ConfigError where one is not installed or does not work."""
    wanted = tuple(dict.fromkeys((*user.read().plugins, *named)))
    if wanted:
        plugins.load(wanted)


def names() -> tuple[str, ...]:
    """Return the names of the plugins that are loaded, for another process to load the same."""
    return tuple(each.plugin for each in plugins.loaded())


def check(config: Config) -> None:
    """Raise ConfigError for a plugin that a project asks for and the user has not allowed."""
    if not config.plugins:
        return
    known = {each.plugin for each in plugins.loaded()}
    for name in config.plugins:
        if name not in known:
            place = user.place()
            own = f"plugins: [{name}] in {place}" if place else "your own configuration"
            raise ConfigError(
                f"plugins: “{name}” is wanted here, and you have not allowed it",
                config.origins.get("plugins"),
                hint=f"{own} allows it always, --plugin {name} for once",
            )
