"""Cold commands against `python -c pass`, in turn, by cpu. Run by hand: python -m benchmarks.startup [RUNS]

Ratios only: other work shares the machine, and a ratio taken pair by pair survives that.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"


def cpu(command: list[str]) -> float:
    """Seconds of user and system time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs: int) -> None:
    """Print one line a command."""
    brief = str(EXAMPLES / "study-camp" / "brief.yaml")
    tool = [sys.executable, "-m", "groupplan"]
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "--version": [*tool, "--version"],
            "--help": [*tool, "--help"],
            "explain GP204": [*tool, "explain", "GP204"],
            "schema": [*tool, "schema"],
            "check": [*tool, "check", brief],
            "render to md": [*tool, "render", brief, "-o", f"{folder}/plan.md"],
            "render to html": [*tool, "render", brief, "-o", f"{folder}/plan.html"],
        }
        for name, command in commands.items():
            pairs = [(cpu([sys.executable, "-c", "pass"]), cpu(command)) for _ in range(runs)]
            ratio = statistics.median(other / base for base, other in pairs)
            spent = statistics.median(other for _, other in pairs) * 1e3
            print(f"{name:16} {ratio:6.1f} x python -c pass   {spent:6.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
