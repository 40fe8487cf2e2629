"""What templates are loaded from, and the brief's own keys as they see them."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from jinja2 import TemplateNotFound
from jinja2.loaders import BaseLoader

from groupplan.model.template import SHIPPED, Own
from groupplan.render.offered import text_of


class Supply(BaseLoader):
    """Own templates by name, else the shipped; no file is opened for it but the shipped ones."""

    def __init__(self, own: Own) -> None:
        self.own = {one.name: one for one in own.templates}

    def get_source(self, environment: Any, template: str) -> tuple[str, None, Callable[[], bool]]:
        """The text of a name; ``TemplateNotFound``."""
        if template in self.own:
            return self.own[template].text, None, lambda: True
        text = text_of(template.removeprefix(SHIPPED))
        if text is None:
            raise TemplateNotFound(template)
        return text, None, lambda: True


def extra(own: Own) -> Mapping[str, Any]:
    """Read-only, as plain values."""

    def frozen(value: Any) -> Any:
        if isinstance(value, dict):
            return MappingProxyType({key: frozen(one) for key, one in value.items()})
        return tuple(map(frozen, value)) if isinstance(value, list) else value

    found: Mapping[str, Any] = frozen(json.loads(own.extra))
    return found
