"""Draws handout-data/regression/lasso_{train,test,coefs_true}.csv: a step function with noise.

    y = Σₖ wₖ 1[x ≥ k/400] + ε,  x from U[0, 1),  ε from N(0, 0.33²),  k = 0 … 399

Ten of the 400 coefficients w are not zero; they are from N(0, 0.95²). This is the kind of data that
New York University's course DS-GA 1003 hands out (homework 7), in that course's files and format;
nothing of the course's own data is in it. Needs only NumPy.

    python Scripts/make_regression_data.py            write the three files
    python Scripts/make_regression_data.py --check    compare with the files, write nothing
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from make_handout_data import write_atomically

STEPS, NONZERO = 400, 10
COEFFICIENT_DEVIATION, NOISE_DEVIATION = 0.95, 0.33
SIZES = {"train": 100, "test": 900}
DECIMALS = 6
SEED = 22  # with it the course's settings give square errors of the size they have on its data
FOLDER = Path(__file__).resolve().parent.parent / "handout-data" / "regression"


def steps(x: np.ndarray) -> np.ndarray:
    """The N×400 features 1[x ≥ k/400]."""
    return (x[:, None] >= np.arange(STEPS) / STEPS).astype(float)


def draw_coefficients(random: np.random.RandomState) -> np.ndarray:
    """Not the coefficient of step 0: that step is 1 everywhere, as a bias is."""
    coefficients = np.zeros(STEPS)
    where = 1 + random.permutation(STEPS - 1)[:NONZERO]
    coefficients[where] = random.normal(0, COEFFICIENT_DEVIATION, NONZERO).round(DECIMALS)
    return coefficients


def draw_points(count: int, coefficients: np.ndarray, random: np.random.RandomState) -> bytes:
    """Rounded before the steps are taken, so that a point is never on the wrong side of one."""
    x = random.uniform(size=count).round(DECIMALS)
    y = steps(x) @ coefficients + random.normal(0, NOISE_DEVIATION, count)
    rows = [f"{a:.{DECIMALS}f},{b:.{DECIMALS}f}" for a, b in zip(x, y)]
    return "".join(line + "\n" for line in ["x,y", *rows]).encode()


def make_files() -> dict[str, bytes]:
    """The order of the draws: the non-zero places, their values, then x and ε of each file."""
    random = np.random.RandomState(SEED)
    coefficients = draw_coefficients(random)
    lines = "".join(f"{value:.{DECIMALS}f}\n" if value else "0\n" for value in coefficients)
    files = {"lasso_coefs_true.csv": lines.encode()}
    for name, count in SIZES.items():
        files[f"lasso_{name}.csv"] = draw_points(count, coefficients, random)
    return files


def write_or_check(folder: Path, files: dict[str, bytes], check: bool) -> None:
    """Writes the files, or exits with 1 and their names if the folder's differ."""
    if check:
        changed = [
            name for name, content in files.items()
            if not (folder / name).is_file() or (folder / name).read_bytes() != content
        ]
        sys.exit(f"different: {', '.join(changed)}" if changed else None)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_atomically(folder / name, content)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    write_or_check(FOLDER, make_files(), parser.parse_args().check)


if __name__ == "__main__":
    main()
