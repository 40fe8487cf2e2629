"""Conditions: what may not stand in one."""

import pytest

from groupplan.model.condition import parse
from groupplan.model.scalars import ScalarError

CONSTRUCTS = """\
open('x')
__import__('os')
kind()
exec('1')
lambda: 1
(x := 5)
f"{kind}"
f'{kind}' == 'a'
kind.__class__
_kind
kind._x
__builtins__
item.__dict__.x
days + 1
days ** 9 ** 9
'a' * 10
days // 0
days % 2
days << 9
days @ days
a | b
a & b
~days
+days
-days
-kind.x
motives[0]
motives[1:2]
kind['a']
{1: 2}
{1, 2}
{{ a }}
[x for x in motives]
(x for x in motives)
kind if minors else days
[*motives]
kind is None
kind is not None
kind == None
kind == ...
kind == b'a'
days == 1j
'a'.join
(kind == 'a').x
[1].x
1 .real
not kind.upper()
await kind
"""
SYNTAX = """\

kind ==
== 1
a = 1
a; b
import os
kind == 'a
a b
a == 1)
*kind
a && b
!a
kind = "x"
。
and
yield = 1
"""


def refusal(text: str) -> str:
    with pytest.raises(ScalarError) as caught:
        parse(text)
    assert int(str(caught.value.gaps.get("column", 1))) >= 1
    return caught.value.key


@pytest.mark.parametrize("text", CONSTRUCTS.splitlines())
def test_construct_is_refused(text: str) -> None:
    assert refusal(text) == "condition-construct"


@pytest.mark.parametrize("text", [*SYNTAX.splitlines(), "   ", "a\0b", "\ud800"])
def test_syntax_is_refused(text: str) -> None:
    assert refusal(text) == "condition-syntax"
