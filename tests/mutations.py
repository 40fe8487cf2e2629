"""What a mutant suffers: bytes, lines and tokens swapped, lost, doubled, or replaced by hostile ones."""

import random
import re
from collections.abc import Callable, Sequence

Change = Callable[[list[bytes], random.Random], None]

HOSTILE = [
    "：", "，", "\u3000", "“", "！", "！tag", "!!python/object/apply:os.system", "!!int 3", "!x", "&a",
    "*a", "<<: *a",
    "<<", "? a", "|", ">", "|-\n", "- - -", "---", "...", "%YAML 1.1", "{", "}", "[", "]", "{{", "}}",
    "{%", "%}",
    "{{ name }}", "{{ item.at }}", "{{ who.owner | date }}", "{% raw %}", "{# x #}", "${HOME}", "$(id)",
    "`id`",
    "``", "```", "~~~", "|a|b|", "\\|", "<script>alert(1)</script>", "<!-- /notes -->", "<!-- notes:x -->",
    "<!-- groupplan-seal format=1 -->", "-->", "</textarea>", "javascript:alert(1)", "[a](javascript:b)",
    "![a](http://x/y)", "::error::x", "::set-env name=a::b", "\u3000::add-mask::x", "##[error]x",
    "::stop-commands::a",
    "\x1b[31m", "\x1b]0;t\x07", "\x9b31m", "\x00", "\\0", "\\x1b", '"\\u202e"', "\u202e", "\u2066",
    "\u200b", "\ufeff",
    "\u2028", "\u0085", "\x7f", "\r", "\t", "\x0b", "\x0c", "[/]", "[red]", ":warning:", "%s", "%n",
    "{0}", "{a.b}", "=1+1",
    "@SUM(A1)", "+1", "-1", "null", "~", "true", "NO", ".inf", ".nan", "1_000", "0x1f", "1e9", "9" * 30,
    "9" * 5000,
    "-9" * 20, "3.10", "1.2万", "９９元", "0元", "99999999999999999999元", "USD 1", "¥1", "%", "0%", "101%",
    "5%..1%",
    "3%..8%", "1..2..3", "0001-01-01", "9999-12-31", "2027-02-30", "2024-02-29", "2027年3月1日",
    "2027-03-02 20:00",
    "9999-12-31 23:59", "0001-01-01 00:00", "24:00", "00:00", "23:59", "00:00-23:59", "23:59-00:00",
    "22:30-07:30",
    "0d", "1d", "731d", "732d", "99999d", "-3d", "0min", "999999min", "3000h", "1.5h", "wecom",
    "discord", "whatsapp",
    "study-camp", "open-source", "zh-CN", "en", "a" * 70000, "群" * 3000, "🌅", "👨‍👩‍👧", "e\u0301", "ﬀ",
    "İ", "ß", "a b",
    "lin", "main", "owner", "opens", "item", "task.a", "item.at", "kind == 1", "not not not a",
    "((((a))))", "a < b < c",
    "members_now > 0", "1 in motives", "() == ()", "__import__('os')", "a.b.c.d", "a if b else c",
    "lambda: 0", "x" * 300,
    "../../etc/passwd", "/dev/zero", "CON", "playbooks", "#", " #", "# expect", "'", '"', '"""', "\\",
    "a: b: c", ": ", "-",
]  # fmt: skip
FORMS = [
    (re.compile(rb"\d{4}-\d\d-\d\d"), [b"0001-01-01", b"0001-02-01", b"9999-12-31", b"9999-11-30",
        b"2024-02-29",
        b"2027-03-01", b"2027-03-21", b"2027-03-22", b"2027-12-31", b"2028-01-01", b"2029-03-01",
        b"1970-01-01"]),
    (re.compile(rb"\d\d:\d\d"), [b"00:00", b"23:59", b"24:00", b"07:30", b"22:30", b"12:30", b"3:05"]),
    (re.compile(rb"\d+%"), [b"0%", b"100%", b"0.001%", b"50%", b"99.9%"]),
    (re.compile(rb"(?<=: )\d+(?:\.\.\d+)?(?=$|\s)"), [b"0", b"1", b"2", b"7", b"99999999",
        b"999999999999999999999",
        b"0..0", b"0..999999999", b"1..1", "1.2万".encode(), "３".encode(), b"1,000"]),
    (re.compile(rb"(?<=: )-?\d+(?:d|h|min)\b"), [b"0d", b"1d", b"-400d", b"400d", b"3650d", b"1min",
        b"-1min", b"26h"]),
    (re.compile(rb"(?<=platform: )\w+"), [b"wechat", b"wecom", b"qq", b"discord", b"telegram", b"slack"]),
    (re.compile(rb"(?<=kind: )[\w-]+"), [b"study-camp", b"open-source", b"general", b"vip", b"campaign",
        b"staff", b"event",
        b"post", b"work", b"touch"]),
    (re.compile(rb"(?<=language: )[\w-]+"), [b"zh-CN", b"en"]),
    (re.compile(rb"(?<=country: )\w+"), [b"CN", b"DE", b"XX", b"US"]),
    (re.compile(rb"(?<=timezone: )\S+"), [b"UTC", b"America/New_York", b"Pacific/Apia", b"Asia/Kolkata"]),
    (re.compile(rb"(?<=metric: )\w+"), [b"joined", b"members", b"revenue", b"referrals", b"custom",
        b"retained_d30"]),
    (re.compile(rb"(?<=stage: )\w+"), [b"prepare", b"recruit", b"convert", b"refer", b"review"]),
    (re.compile(rb"(?<=from: )[\w.]+(?=[,}])"), [b"opens", b"closes", b"start", b"end", b"review.end",
        b"task.lesson_live"]),
    (re.compile(rb"(?<=every: )\w+"), [b"day", b"workday", b"week", b"2 weeks", b"month"]),
    (re.compile(rb"\b(?:CNY|USD)\b"), [b"EUR", b"JPY", b"XXX", b"CNY", b"USD"]),
]  # fmt: skip
"""What a piece of that form may become."""
BYTES = [
    bytes((number,))
    for number in (0, 9, 10, 13, 27, 32, 34, 35, 39, 45, 58, 91, 123, 127, 128, 160, 192, 255)
]
VALUE = re.compile(rb"^(\s*(?:- )?[A-Za-z_][\w-]*:)[ ]+(\S.*)$")


def mutated(raw: bytes, pool: Sequence[bytes], chance: random.Random) -> bytes:
    """A text after one to four changes; one in thirty is no text at all."""
    if chance.random() < 0.03:
        return chance.randbytes(chance.randrange(200))
    lines = raw.split(b"\n")
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        chance.choice(CHANGES)(lines, chance)
        if chance.random() < 0.05:
            lines[chance.randrange(len(lines) + 1) : 0] = chance.choice(pool).split(b"\n")[
                : chance.randrange(30)
            ]
        lines = lines or [b""]
    return b"\n".join(lines)


def _token(chance: random.Random) -> bytes:
    return chance.choice(HOSTILE).encode("utf-8", "surrogatepass")


def _delete(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]


def _double(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    part = lines[at : at + chance.choice((1, 1, 3, 8))]
    lines[at:at] = part * chance.choice((1, 1, 1, 40))


def _swap(lines: list[bytes], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indent(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b" ", b"  ", b"\t", b"- ", b"")) + lines[at].lstrip()


def _join(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at : at + 2] = [b" ".join(lines[at : at + 2])]


def _insert_line(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines) + 1)
    indent = b" " * chance.choice((0, 2, 4, 6))
    lines.insert(at, indent + chance.choice((b"", b"x-a: ", b"name: ", b"- ", b"zz: ")) + _token(chance))


def _insert_token(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    column = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:column] + _token(chance) + lines[at][column:]


def _valued(lines: list[bytes]) -> list[int]:
    return [number for number, line in enumerate(lines) if VALUE.match(line)] or [0]


def _value(lines: list[bytes], chance: random.Random) -> None:
    """Another value behind a key: hostile, quoted or bare, or one that belongs elsewhere."""
    at, other = chance.choice(_valued(lines)), chance.choice(_valued(lines))
    found = VALUE.match(lines[at])
    if found is None:
        return
    taken = VALUE.match(lines[other])
    bare = _token(chance)
    quoted = b'"' + bare.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
    value = chance.choice((bare, quoted, quoted, taken[2] if taken else b"", b"[" + bare + b"]"))
    lines[at] = found[1] + b" " + value


def _typed(lines: list[bytes], chance: random.Random) -> None:
    """Another date, hour, share, number or word of the same form: what is most often accepted."""
    form, others = chance.choice(FORMS)
    places = [number for number, line in enumerate(lines) if form.search(line)]
    if places:
        at = chance.choice(places)
        lines[at] = form.sub(lambda _: chance.choice(others), lines[at], count=1)


def _key(lines: list[bytes], chance: random.Random) -> None:
    at = chance.choice(_valued(lines))
    letters = bytearray(lines[at])
    for _ in range(chance.choice((1, 2))):
        if letters:
            letters[chance.randrange(len(letters))] = chance.choice(b"abz_:- #")
    lines[at] = bytes(letters)


def _byte(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    column = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:column] + chance.choice(BYTES) + lines[at][column + chance.choice((0, 1)) :]


def _cut(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
    if chance.random() < 0.3:
        del lines[at + 1 :]


CHANGES: tuple[Change, ...] = (
    _delete, _double, _swap, _indent, _join, _insert_line, _insert_token, _value, _value, _value, _key,
    _byte, _cut,
    _typed, _typed, _typed, _typed, _typed, _typed,
)  # fmt: skip
