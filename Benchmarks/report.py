"""RESULTS.md from the measurements."""

import datetime
import importlib.metadata
import pathlib
import platform
import subprocess

import numpy as np

import cost_model

OURS = "**swift-layers**, `Network.train`"
DEBUG = "the same in a plain debug build"
STEPS = "`forward`, `backward`, `descend` by hand"
FANN = "FANN, in C, with its own loss"
# N, A, B and the share of the left factor N×A that is not zero: the second and third are those of
# a batch of MNIST's images in the first layer of `mlp`.
PRODUCTS = ((512, 512, 512, 1), (128, 784, 3136, 1), (128, 784, 3136, 0.19))
PACKAGES = ("numpy", "jax", "numba", "scikit-learn", "torch", "pandas")


def median(values):
    return float(np.median(values[:, 0]))


def table(header, rows):
    lines = [header, ["---"] + ["--:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cache(level):
    """Bytes of the data cache of a level; 0 if unknown."""
    for index in pathlib.Path("/sys/devices/system/cpu/cpu0/cache").glob("index*"):
        kind = (index / "type").read_text().strip()
        if kind != "Instruction" and int((index / "level").read_text()) == level:
            return int((index / "size").read_text().strip().rstrip("K")) * 1024
    return 0


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]


def machine():
    """The kind of machine, as results of the same kind are told."""
    cpu = next(line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line)
    return f"{cpu}, L1 {cache(1) >> 10} KiB, L2 {cache(2) >> 10} KiB"


def circumstances(rounds, load):
    versions = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    eigen, fann = (first_line("dpkg-query", "-W", "-f", "${Version}\n", name)
                   for name in ("libeigen3-dev", "libfann-dev"))
    return "\n".join([
        f"- {datetime.date.today()}; medians of {rounds} interleaved rounds, the shortest in "
        f"parentheses; load average before the start {load:.1f}",
        f"- {first_line('swift', '--version')}; {first_line('g++', '--version')}; Eigen {eigen}; "
        f"FANN {fann}; "
        f"Python {platform.python_version()}, {', '.join(versions)}",
    ])


def training(times, differences):
    sizes = sorted({key[2] for key in times if key[0] == "train"})
    names = list(dict.fromkeys(key[1] for key in times if key[0] == "train"))
    rows = []
    for name in names:
        row = [name]
        for hidden in sizes:
            values = times["train", name, hidden]
            ratio = median(values) / median(times["train", OURS, hidden])
            row += [f"{median(values):.2f} ({values.min():.2f})", f"{ratio:.2f}"]
        found = [differences["train", name, h] for h in sizes if name != FANN]
        rows.append(row + [f"{max(found):.0e}" if found else "not comparable"])
    bound = ["bound"]
    for hidden in sizes:
        value = 1e6 * median(times["bound", hidden])
        bound += [f"{value:.2f}", f"{value / median(times['train', OURS, hidden]):.2f}"]
    header = ["µs per example"]
    for hidden in sizes:
        header += [f"D = {hidden}", "÷ ours"]
    return table(header + ["weights differ by"], [*rows, bound + [""]])


def bound_rates(times):
    key = max(key for key in times if key[0] == "bound")
    _, add, update, sigmoid = np.median(times[key], axis=0)
    return (f"The bound (`bound.cpp`) from load-add {add / 1e9:.0f} GB/s, load-add-store "
            f"{update / 1e9:.0f} GB/s, {sigmoid / 1e9:.2f} sigmoids/ns.")


def epochs(times):
    rows = []
    for hidden in sorted({key[2] for key in times if key[0] == "epoch"}):
        without, with_it = (median(times["epoch", kind, hidden]) for kind in ("without", "with"))
        rows.append([f"{hidden}", f"{without:.1f}", f"{with_it:.1f}", f"{with_it / without:.2f}"])
    return table(["D", "ms per epoch without evaluation", "with", "ratio"], rows)


def loading(times):
    labels = {OURS: "**swift-layers**, `LetterCSV` to `DataSet`", "pandas": "`pandas.read_csv`",
              "numpy": "`np.loadtxt`"}
    ours = median(times["load", OURS])
    return table(
        ["reading `largeTrain.csv` and `largeTest.csv`", "ms", "÷ ours"],
        [[label, f"{median(times['load', name]):.1f}", f"{median(times['load', name]) / ours:.1f}"]
         for name, label in labels.items()])


def processes(commands):
    return table(
        ["command, release build", "ms", "MiB resident"],
        [[f"`{name}`", f"{1e3 * median(values):.1f}", f"{np.median(values[:, 1]):.0f}"]
         for name, values in commands.items()])


def products(times):
    peak = median(times["peak",]) / 1e9
    rows = []
    for product in PRODUCTS:
        n, inner, columns, share = product
        rate = {key: 2e-9 * n * inner * columns / median(times["product", product, *key])
                for key in (("ours", 1), ("numpy", 1), ("ours", 2), ("numpy", 2))}
        zeros = "" if share == 1 else f", {1 - share:.0%} of the left one zero"
        rows.append([f"{n}×{inner} · {inner}×{columns}{zeros}", f"{rate['ours', 1]:.1f}",
                     "" if share < 1 else f"{rate['ours', 1] / peak:.0%}",
                     *(f"{rate[key]:.1f}" for key in list(rate)[1:])])
    return (f"One core can do {peak:.1f} GFLOP/s when no multiplication is fused with an addition "
            "(`peak.cpp`), twice that when all are, as in OpenBLAS.\n\n"
            + table(["GFLOP/s", "one core", "of its peak", "OpenBLAS", "two cores", "OpenBLAS"],
                    rows))


def mlp_epochs(seconds):
    ours = median(next(iter(seconds.values())))
    return table(
        ["5,500 made-up images, 500 for validation", "s per epoch", "÷ ours"],
        [[name, f"{median(values):.2f} ({values.min():.2f})", f"{median(values) / ours:.2f}"]
         for name, values in seconds.items()])


def cost(times):
    measured = {key[1]: median(values) for key, values in times.items() if key[0] == "shape"}
    coefficients = cost_model.fit(measured, cache(2) or 1 << 20)
    rows = []
    for shape, microseconds in measured.items():
        formula = cost_model.predicted(coefficients, shape)
        M, D, K, ink = shape
        rows.append([str(M), str(D), str(K), f"{ink:.2f}",
                     f"{cost_model.alpha_bytes(shape) / 1024:.0f}", f"{microseconds:.2f}",
                     f"{formula:.2f}", f"{microseconds / formula:.2f}"])
    numbers = ", ".join(f"c{'₀₁₂₃₄'[i]} = {1e3 * c:.3g} ns" for i, c in enumerate(coefficients))
    return (f"`{cost_model.FORMULA}`, with {numbers}, fitted where α fits into L2.\n\n"
            + table(["M", "D", "K", "ink", "α, KiB", "µs", "formula", "÷ formula"], rows))


def results(times, differences, commands, counts, rounds, inked, load, mlp):
    return f"""
{circumstances(rounds, load)}
- {inked:.1f} of 128 pixels are ink

## Training

{training(times, differences)}

In the row of the bound, "÷ ours" is the share of the bound that is reached. {bound_rates(times)}

## An epoch with evaluation, on two cores

{epochs(times)}

## Loading

{loading(times)}

## The program

{processes(commands)}

Allocations per training example: {counts["train"]:g} in `Network.train`, {counts["steps"]:g} by hand.

## Matrix product

{products(times)}

## An epoch of `mlp`

{mlp}

## Cost model

{cost(times)}
"""
