"""Measures what docs/teaching.md says about time, on this machine: medians, in seconds.

    python3 Benchmarks/course.py [ROUNDS]

For Linux; as root it also grades a submission at half a processor and 768 MiB, by cgroups.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GROUPS = pathlib.Path("/sys/fs/cgroup")
# Microseconds of a processor in each 100,000, and bytes.
QUOTA, MEMORY = 50_000, 768 << 20


def seconds(*words, folder=None, before=None):
    start = time.monotonic()
    result = subprocess.run(
        [str(word) for word in words], cwd=folder, capture_output=True, text=True,
        preexec_fn=before)
    if result.returncode != 0:
        sys.exit(f"{words}: {result.stdout[-500:]}{result.stderr[-500:]}")
    return time.monotonic() - start


def say(what, values):
    print(f"{what:44} {statistics.median(values):6.1f}", flush=True)


def loop(starter, rounds):
    """From an edit of one answer to what a command prints."""
    file = starter / "Sources/Answers/Sigmoid.swift"
    text = file.read_text()
    for what, words in (("check", ["ocr", "check", "Sigmoid"]), ("grade", ["ocr", "grade"])):
        times = []
        for k in range(rounds):
            file.write_text(text.replace("(1 - b)", f"(1 - b) * {k + 1} / {k + 1}"))
            times.append(seconds("swift", "run", *words, folder=starter))
        say(f"edit to {' '.join(words)}", times)
    file.write_text(text)


def limited():
    """What puts a process into a group of half a processor and little memory; None where no such
    group can be made."""
    if (GROUPS / "cpu/cpu.cfs_quota_us").exists():
        values = {
            "cpu/course/cpu.cfs_quota_us": QUOTA, "memory/course/memory.limit_in_bytes": MEMORY}
    elif "cpu" in (GROUPS / "cgroup.subtree_control").read_text().split():
        values = {"course/cpu.max": f"{QUOTA} 100000", "course/memory.max": MEMORY}
    else:
        return None
    for file, value in values.items():
        (GROUPS / file).parent.mkdir(exist_ok=True)
        (GROUPS / file).write_text(str(value))
    folders = {(GROUPS / file).parent for file in values}
    return lambda: [(folder / "cgroup.procs").write_text(str(os.getpid())) for folder in folders]


def submission(grader, rounds):
    words = [sys.executable, grader / "grader/grade.py", "--leaderboard",
             grader / "grader/reference/Answers"]
    say("a submission, compiled and graded", [seconds(*words) for _ in range(rounds)])
    before = limited() if os.geteuid() == 0 else None
    if before:
        say("the same at half a processor and 768 MiB",
            [seconds(*words, before=before) for _ in range(rounds)])
    else:
        print("no cgroup: not measured at half a processor")


def teachers_way(folder):
    """From a clone to a zip that was tried."""
    package, hidden = folder / "package", folder / "hidden"
    course = ["swift", "run", "course"]
    return sum([
        seconds("git", "clone", "-q", ROOT, package),
        seconds(*course, "starter", folder / "way", folder=package),
        seconds(
            *course, "grader", hidden, "--seed", "1", "--platform", "gradescope", folder=package),
        seconds("sh", hidden / "setup.sh"),
        seconds(*course, "check", "--quick", folder=package)])


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as scratch:
        os.chmod(scratch, 0o755)
        folder = pathlib.Path(scratch)
        say("a clone to a zip that was tried", [teachers_way(folder)])
        starter = folder / "starter"
        seconds("swift", "run", "course", "starter", starter, "--blank", "none",
                folder=folder / "package")
        say("the starter's first build", [seconds("swift", "build", folder=starter)])
        loop(starter, rounds)
        submission(folder / "hidden", rounds)


if __name__ == "__main__":
    main()
