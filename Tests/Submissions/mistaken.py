"""The right answers with one mistake planted: `mistaken.py NAME`; `--list` lists the mistakes.

A mistake is a table of functions of Scripts/answers_numpy.py and what takes their places there. It
acts wherever that program calls the function: a wrong sigmoid trains a wrong network, too.
"""

import numpy as np

import mistakes_in_modules
import mistakes_in_network
import submission

MISTAKES = mistakes_in_modules.MISTAKES | mistakes_in_network.MISTAKES
MISTAKES |= {
    "pair.bias-ignored-and-slope-missing": {
        **MISTAKES["linear.bias-ignored"], **MISTAKES["sigmoid.slope-missing"]},
    "float32": submission.in_type(np.float32),
}

if __name__ == "__main__":
    submission.run(MISTAKES)
