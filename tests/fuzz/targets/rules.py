"""Rule files: any YAML is a rule that can be applied, or one RuleError with its place."""

from advocacy_lint import rulebook
from advocacy_lint.checks import KINDS
from advocacy_lint.engine.linter import Linter
from advocacy_lint.errors import LintError, RuleError
from advocacy_lint.files import safe_yaml
from advocacy_lint.languages import forms
from advocacy_lint.model import Post
from advocacy_lint.rulebook import RuleBook
from advocacy_lint.rulebook.files import RuleFile, read_rule
from advocacy_lint.rulebook.layers import _check_signals
from targets.common import one_line, text_of

TEXTS = {
    "da": "Vi er stolte af vores overskud på 12 % i 2025. “Det er på tæer”, sagde Lene Holm kl. 5.40. Se www.example.com #vækst 🎉\n",
    "en": "We are proud of our profit of 12 % in 2025. “It is on our toes”, said Lene Holm at 5:40 am. See www.example.com #growth 🎉\n",
}
SIGNALS = {code: rulebook.load(code).signals for code in TEXTS}
FORMS = {code: forms.load(code) for code in TEXTS}


def one(data):
    """Read bytes as a rule in both languages, build its check, and apply it."""
    for code, text in TEXTS.items():
        try:
            content, lines = safe_yaml.load_with_lines(text_of(data), "tone/fuzz.yml", error=RuleError)
            file = RuleFile("tone/fuzz", "tone/fuzz.yml", content if content is not None else {}, lines)
            rule = read_rule(file, code, with_examples=True)
            if rule is None:
                continue
            _check_signals(rule, SIGNALS[code])
            check(rule)
            if rule.kind == "tokens":
                continue  # spaCy's own matter: see tests/test_nlp.py
            report = Linter(RuleBook(code, (rule,), SIGNALS[code]), FORMS[code]).lint(Post("", text, meta={"audience": "alle"}))
        except LintError as error:
            one_line(error)
            assert str(error).startswith("tone/fuzz.yml:"), error
            continue
        assert report.score is None or 0 <= report.score <= 100


def check(rule):
    """Hold a rule to its types."""
    assert isinstance(rule.params, KINDS[rule.kind].Params)
    assert rule.texts
    for each in rule.examples:
        assert each.span is None or 0 <= each.span.start <= each.span.end <= len(each.text)
