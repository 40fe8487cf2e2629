"""The caps on what is read. Each is named in its refusal; none can be raised by the input."""

BRIEF_BYTES = 1024 * 1024
PLAYBOOK_BYTES = 512 * 1024
PLAN_BYTES = 16 * 1024 * 1024
EXPORT_BYTES = 64 * 1024 * 1024
"""Of an exported file that is there already."""
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
WORD_TEMPLATE_BYTES = 16 * 1024 * 1024
"""Of an own Word template, pictures included."""
TEMPLATE_BYTES = 256 * 1024
TEMPLATE_FILES = 64
"""Own templates of one brief."""
TEMPLATE_NODES = 10_000
TEMPLATE_DEPTH = 40
TEMPLATE_STEPS = 3_000_000
"""Turns of loops and calls in one document made by own templates."""
TEMPLATE_CHARACTERS = 64 * 1024 * 1024
"""Characters they may put together for it, those thrown away included."""
TEMPLATE_OUTPUT = 16 * 1024 * 1024
"""Characters of the document itself."""
TEMPLATE_SECONDS = 20
"""Processor time of one document, for what the counts above do not see."""
