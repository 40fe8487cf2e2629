"""The caps on what is read. Each is named in its refusal; none can be raised by the input."""

BRIEF_BYTES = 1024 * 1024
PLAYBOOK_BYTES = 512 * 1024
PLAN_BYTES = 16 * 1024 * 1024
PLAYBOOKS = 64
"""Own playbooks of one brief, with all they extend."""
EXTENDS = 16
"""How far one playbook may extend another that extends another."""
DEPTH = 64
NODES = 50_000
TEXT = 64 * 1024
FINDINGS = 100
"""Shown per file; the rest is counted."""
SHOWN = 60
"""Characters of input repeated in a message."""
OCCURRENCES = 20_000
"""Dated rows of one plan."""
DAYS = 731
"""Days one plan may span."""
