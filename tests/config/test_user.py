"""The user's own configuration, which no repository can write."""

import os

import pytest

from advocacy_lint.config import user
from advocacy_lint.errors import ConfigError


@pytest.mark.skipif(os.name == "nt", reason="paths of a system with XDG folders")
def test_it_lies_in_the_users_own_folder():
    assert user.place({"XDG_CONFIG_HOME": "/x"}, "linux") == "/x/advocacy-lint/config.yml"
    assert user.place({}, "darwin") == os.path.join(os.path.expanduser("~"), ".config", "advocacy-lint", "config.yml")
    assert user.place({"APPDATA": "/roaming"}, "win32") == "/roaming/advocacy-lint/config.yml"
    assert user.place({"XDG_CONFIG_HOME": "here"}, "linux") is None


def test_none_there_is_allows_nothing(tmp_path):
    assert user.read(str(tmp_path / "config.yml")) == user.User()


def test_plugins_and_a_model(tmp_path):
    path = tmp_path / "config.yml"
    path.write_text("plugins: [norsk]\nmodel: {endpoint: http://127.0.0.1:11434/v1, name: gemma, key_from: MODEL_KEY}\n")
    assert user.read(str(path)) == user.User(("norsk",), user.Model("http://127.0.0.1:11434/v1", "gemma", "MODEL_KEY"))


def test_what_is_wrong_is_said_with_its_line(tmp_path):
    path = tmp_path / "config.yml"
    path.write_text("plugins: [norsk]\nmodle: {}\n")
    with pytest.raises(ConfigError) as caught:
        user.read(str(path))
    assert str(caught.value) == f"{path}:2: unknown key “modle” (did you mean “model”?)"
