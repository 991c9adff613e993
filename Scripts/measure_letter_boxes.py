"""How the letters of a hand-out file lie in their 16×8 pixels: the page's pad does the same.

    python Scripts/measure_letter_boxes.py [handout-data/largeTrain.csv]
"""

import pathlib
import sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROWS, COLUMNS = 16, 8


def read(path):
    return np.loadtxt(path, delimiter=",", dtype=int)[:, 1:].reshape(-1, ROWS, COLUMNS) == 1


def margins(ink):
    """Empty rows above and below, empty columns to the left and the right, of every letter."""
    rows, columns = ink.any(axis=2), ink.any(axis=1)
    return (rows.argmax(1), rows[:, ::-1].argmax(1),
            columns.argmax(1), columns[:, ::-1].argmax(1))


def corners(ink):
    """Of every square of 2×2 pixels: upper left, upper right, lower left, lower right."""
    return ink[:, :-1, :-1], ink[:, :-1, 1:], ink[:, 1:, :-1], ink[:, 1:, 1:]


def run_length(ink):
    """The mean length of unbroken ink in a row."""
    return ink.sum() / (np.diff(ink.astype(int), axis=2, prepend=0) == 1).sum()


def main(path=ROOT / "handout-data" / "largeTrain.csv"):
    ink = read(path)
    top, bottom, left, right = margins(ink)
    height, width = ROWS - top - bottom, COLUMNS - left - right
    tall, wide = height == ROWS, width == COLUMNS
    a, b, c, d = corners(ink)
    diagonal = (a & d & ~b & ~c) | (b & c & ~a & ~d)
    for name, share in {
        "touches all four borders": tall & wide,
        "touches both borders of one direction": tall | wide,
        "lies in the middle": (top == bottom) & (left == right),
        "height and width are even": (height % 2 == 0) & (width % 2 == 0),
        "has ink": ink,
        "has ink, of the letter's box": ink.sum(axis=(1, 2)) / (height * width),
    }.items():
        print(f"{100 * share.mean():5.1f} %  {name}")
    for name, number in {
        "height by width, mean": (height / width).mean(),
        "height by width, least": (height / width).min(),
        "height by width, most": (height / width).max(),
        "pixels of ink side by side": run_length(ink),
        "pixels of ink one below the other": run_length(ink.transpose(0, 2, 1)),
        "squares of 2×2 pixels all ink, per letter": (a & b & c & d).sum() / len(ink),
        "pixels that touch by a corner only, per letter": diagonal.sum() / len(ink),
    }.items():
        print(f"{number:7.2f}  {name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
