"""`groupplan check` on many briefs beside a bare loop and other checkers, by cpu and peak memory.

Run by hand: python -m benchmarks.check [COUNT …]; 1 100 1000 unless told. yamllint and check-jsonschema
are measured where they are installed. Each row is one process; every ratio is to the bare loop of its count.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import write
from groupplan import scaffold

LOOP = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with path.open("rb") as file:
        yaml.load(file, yaml.CSafeLoader)
"""
READ = """
import sys
from pathlib import Path
from groupplan import validate
from groupplan.read import read
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    validate.brief(read(path.read_bytes(), str(path)).source)
"""


class Cost(NamedTuple):
    """Seconds of cpu, seconds on the wall, mebibytes at the most."""

    cpu: float
    wall: float
    peak: float


def cost(command: Sequence[str], environ: dict[str, str]) -> Cost:
    """One run as a process of its own."""
    start = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env={**os.environ, **environ})
        _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def commands(folder: Path, schema: Path) -> dict[str, list[str]]:
    """Name → command."""
    tool = [sys.executable, "-m", "groupplan", "check"]
    found = {
        "bare CSafeLoader loop": [sys.executable, "-c", LOOP, str(folder)],
        "read and validate": [sys.executable, "-c", READ, str(folder)],
        "check, one process": [*tool, "--no-cache", "--jobs", "1", str(folder)],
        "check, all cores": [*tool, "--no-cache", str(folder)],
        "check, fills the cache": [*tool, "--jobs", "1", str(folder)],
        "check, unchanged": [*tool, str(folder)],
    }
    if shutil.which("yamllint"):
        found["yamllint"] = ["yamllint", str(folder)]
    if shutil.which("check-jsonschema"):
        files = sorted(str(path) for path in folder.rglob("*.yaml"))
        found["check-jsonschema"] = ["check-jsonschema", "--schemafile", str(schema), *files]
    return found


def main(counts: Sequence[int]) -> None:
    """Print one table a count."""
    start = cost([sys.executable, "-c", "pass"], {})
    print(f"python -c pass: {1e3 * start.cpu:.0f} ms")
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            folder, schema = Path(place) / "briefs", Path(place) / "brief.schema.json"
            lines = write(folder, count)
            schema.write_text(scaffold.schema_text("brief"), encoding="utf-8")
            print(f"\n{count} briefs, {lines // count} lines each")
            base = 0.0
            for name, command in commands(folder, schema).items():
                found = cost(command, {"GROUPPLAN_CACHE_DIR": f"{place}/cache"})
                base = base or found.cpu
                print(
                    f"  {name:24} {found.cpu:8.2f} s cpu {found.wall:8.2f} s wall {found.peak:6.0f} MiB"
                    f" {found.cpu / base:7.2f} x loop {1e3 * found.cpu / count:8.2f} ms each"
                )


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main([int(one) for one in sys.argv[1:]] or [1, 100, 1000])
