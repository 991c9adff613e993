"""Checks that the sources are laid out as docs/architecture.md draws them.

In the page's drawing an arrow `A --> B` means: A may import B, and whatever B may import; `A -.-> B`
that the program A starts the program B, which is built with it. This script says, a line each, and
exits with 1,

- which target imports, or names in Package.swift, what the drawing does not allow;
- which target the drawing leaves out, or knows and the package does not have;
- which arrow no import needs;
- which public type there is twice, and which file name, where the two do not say the same for two
  programs;
- which whole module's first file does not bear its name, as Package.swift asks.

Run it from anywhere: `python3 Scripts/check_architecture.py`. It needs Python's own library only,
and `swift package dump-package`.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
# What each program or module has under the same name.
SAME_EVERYWHERE = {"main.swift", "Exports.swift"}


def arrows(page, kind="-->"):
    """The drawing's arrows of a kind, as pairs of targets."""
    drawing = re.search(r"```mermaid\n(.*?)```", page.read_text(), re.S)
    if not drawing:
        sys.exit(f"{page.relative_to(ROOT)}: has no drawing (a block ```mermaid)")
    found = []
    for line in drawing.group(1).splitlines():
        targets = [re.sub(r"[\[({].*", "", part).strip() for part in line.split(kind)]
        if len(targets) == 2:
            found += [(a.strip(), b.strip()) for a in targets[0].split("&")
                      for b in targets[1].split("&")]
    return found


def reachable(arrows):
    """For each target all that it may import."""
    direct = collections.defaultdict(set)
    for a, b in arrows:
        direct[a].add(b)

    def all_of(target, seen):
        for other in direct[target] - seen:
            seen.add(other)
            all_of(other, seen)
        return seen

    return {target: all_of(target, set()) for pair in arrows for target in pair}


def targets():
    """The package's targets: name, folder, named dependencies, and whether each is a whole module and
    a program."""
    dump = subprocess.run(
        ["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True)
    for target in json.loads(dump.stdout)["targets"]:
        flags = [flag for setting in target["settings"]
                 for flag in setting["kind"].get("unsafeFlags", {}).get("_0", [])]
        yield (target["name"], ROOT / target["path"],
               {d["byName"][0] for d in target["dependencies"]}, "-wmo" in flags,
               target["type"] == "executable")


def imports(folder):
    """The modules that a folder's files import, with a place each."""
    found = {}
    for file in sorted(folder.rglob("*.swift")):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            match = re.match(r"\s*(?:@\w+\s+|public\s+)*import\s+(?:\w+\s+)?(\w+)\s*$", line)
            if match:
                found.setdefault(match[1], f"{file.relative_to(ROOT)}:{number}")
    return found


def doubles():
    """Public types and file names that occur twice."""
    types, files = collections.defaultdict(list), collections.defaultdict(list)
    for file in sorted((ROOT / "Sources").rglob("*.swift")):
        path = file.relative_to(ROOT)
        files[file.name].append(path)
        for match in re.finditer(
                r"^public (?:final )?(?:struct|class|enum|protocol|actor) (\w+)",
                file.read_text(), re.M):
            types[match[1]].append(path)
    for name, paths in types.items():
        if len(paths) > 1:
            yield f"{paths[1]}: there is a public type {name} in {paths[0]} too"
    for name, paths in files.items():
        others = [p for p in paths if "Apps" not in p.parts and "OCRApp" not in p.parts]
        if len(paths) > 1 and others and name not in SAME_EVERYWHERE:
            yield f"{paths[1]}: there is a file of that name in {paths[0].parent} too"


def misnamed(name, folder):
    """A whole module's first file, in order of paths, where it is not called as the module is."""
    first = min(file.relative_to(folder).as_posix() for file in folder.rglob("*.swift"))
    if pathlib.Path(first).stem != name:
        yield (f"{(folder / first).relative_to(ROOT)}: comes before {name}.swift; "
               "debug builds with swiftbuild fail")


def main():
    drawn, starts = arrows(PAGE), set(arrows(PAGE, "-.->"))
    allowed = reachable(drawn)
    complaints = list(doubles())
    used = collections.defaultdict(set)
    package = {}
    all_targets = list(targets())
    programs = {name for name, *_, is_program in all_targets if is_program}
    for name, folder, named, whole, _ in all_targets:
        if whole:
            complaints += misnamed(name, folder)
        if folder.is_relative_to(ROOT / "Sources"):
            package[name] = (folder, named - programs)
            complaints += [
                f"{name} -.-> {program}: drawing and Package.swift do not say the same"
                for program in sorted(programs)
                if (program in named) != ((name, program) in starts)]
    for name in sorted(set(allowed) ^ set(package)):
        where = "the package" if name in allowed else "the drawing"
        complaints.append(f"{name}: is not in {where}")
    for name, (folder, named) in package.items():
        found = {module: place for module, place in imports(folder).items() if module in package}
        for module, place in found.items():
            used[name].add(module)
            if module not in allowed.get(name, set()):
                complaints.append(f"{place}: {name} imports {module}; the drawing has no such way")
            if module not in named:
                complaints.append(f"{place}: Package.swift does not say that {name} needs {module}")
        for module in sorted(named - set(found)):
            complaints.append(f"Package.swift: {name} names {module}, but does not import it")
    # An arrow is needed if without it somebody could not import what it does.
    for arrow in drawn:
        without = reachable([other for other in drawn if other != arrow])
        if all(module in without.get(name, set()) for name in used for module in used[name]):
            complaints.append(f"{PAGE.relative_to(ROOT)}: no import needs {arrow[0]} --> {arrow[1]}")
    for complaint in complaints:
        print(complaint)
    print(f"{len(package)} targets, {len(drawn)} arrows: "
          + (f"{len(complaints)} complaints" if complaints else "as drawn"))
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
