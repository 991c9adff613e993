#!/bin/sh
# Gradescope calls this once, when the image is made: it builds the grader and the starter, so that a
# submission takes seconds.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
grader=$here/grader

if ! command -v python3 >/dev/null || ! command -v setpriv >/dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends python3 util-linux
fi
if ! command -v swift >/dev/null; then
  echo "setup.sh: there is no swift: make the image with the Dockerfile beside this file, or install Swift 6.2 or newer first" >&2
  exit 69
fi

if [ -d "$here/package" ]; then
  swift build -c release --product grader --package-path "$here/package"
  mkdir -p "$grader/tools"
  cp "$(swift build -c release --package-path "$here/package" --show-bin-path)/grader" \
    "$grader/tools/grader"
  # The package has the answers, which no submission may find here.
  rm -rf "$here/package"
fi
if [ ! -x "$grader/tools/grader" ]; then
  echo "setup.sh: grader/tools/grader is not there, and there is no package to build it from" >&2
  exit 66
fi
python3 "$grader/grade.py" --prepare
