"""What was measured before: RESULTS.md keeps a part for every kind of machine, medians.json the numbers."""

import json
import subprocess

import numpy as np

from worker import HERE

RESULTS, MEDIANS = HERE / "RESULTS.md", HERE / "medians.json"
PART = "\n# On "
SLOWER = 1.05


def medians(times):
    """One number for each measurement of this package, the larger the slower, by its name."""
    return {" ".join(map(str, key)): float(f"{np.median(values[:, 0]):.4g}")
            for key, values in times.items()}


def committed():
    """The medians in the last commit, by machine."""
    shown = subprocess.run(["git", "show", f"HEAD:./{MEDIANS.name}"], cwd=HERE, capture_output=True)
    return json.loads(shown.stdout) if shown.returncode == 0 else {}


def slower(new, old):
    """A line for each measurement that takes over 5 % longer than it did."""
    return [f"slower: {name}: {old[name]:g} → {number:g} ({number / old[name] - 1:+.0%})"
            for name, number in new.items() if name in old and number > SLOWER * old[name]]


def write(machine, text, new):
    """Puts a machine's part and its medians in the place of its last ones."""
    start, *parts = RESULTS.read_text().split(PART)
    kept = [part for part in parts if part.split("\n")[0] != machine]
    RESULTS.write_text(PART.join([start, *sorted([*kept, f"{machine}\n{text}"])]))
    MEDIANS.write_text(json.dumps(committed() | {machine: new}, indent=1, sort_keys=True) + "\n")
