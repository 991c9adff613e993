"use strict";

/**
 * The pen's lines, and the picture x of them, which lies as the hand-out's letters do. Of
 * largeTrain.csv `python Scripts/measure_letter_boxes.py` says: every letter touches both borders
 * of one direction, 14.8 % all four, height by width is from 0.38 to 16, 98.5 % lie in the middle
 * and have an even height and width, and only 0.41 pixels a letter touch by a corner alone. So a
 * letter was enlarged till it met two borders, its proportions kept, and each pixel its line meets
 * is ink.
 */
const Ink = (() => {
  /** Points on the way from one to another, a pixel of the pad apart, and the other. */
  function way([x0, y0], [x, y]) {
    const count = Math.max(1, Math.ceil(Math.hypot(x - x0, y - y0)));
    return Array.from({ length: count }, (_, i) =>
      [x - (x - x0) * (count - 1 - i) / count, y - (y - y0) * (count - 1 - i) / count]);
  }

  /** The lines without what lies within 18 pixels of a point: one may become two. */
  function erased(lines, [x, y]) {
    const parts = [];
    for (const line of lines) {
      parts.push([]);
      for (const point of line) {
        if (Math.hypot(point[0] - x, point[1] - y) > 18) parts.at(-1).push(point);
        else parts.push([]);
      }
    }
    return parts.filter((part) => part.length > 0);
  }

  /** Where points begin and how far they go, across and down. */
  const box = (points) => [0, 1].map((i) => {
    const low = points.reduce((least, point) => Math.min(least, point[i]), Infinity);
    return { low, size: points.reduce((most, point) => Math.max(most, point[i]), low) - low };
  });

  /** What pictures of a set are like: the most that a letter fills, and the pen for grey ones. */
  function style(set, { rows, columns }) {
    let [wide, tall, isGrey] = [1, 1, false];
    for (let n = 0; n < Math.min(set.count, 200); n++) {
      let [left, right, top, bottom] = [columns, 0, rows, 0];
      set.letter(n).forEach((value, i) => {
        if (value === 0) return;
        isGrey ||= value !== 1;
        const [row, column] = [Math.floor(i / columns), i % columns];
        [left, right] = [Math.min(left, column), Math.max(right, column)];
        [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      });
      [wide, tall] = [Math.max(wide, right - left + 1), Math.max(tall, bottom - top + 1)];
    }
    // An eighth of the width, as one pixel is of the hand-out's eight.
    return { rows, columns, tall, wide, pen: isGrey ? Math.min(tall, wide) / 8 : 0 };
  }

  /**
   * x: 1 where a line goes through a pixel; in grey, how much of it the pen covers, found on a grid
   * four times as fine. What is smaller than an eighth of the pad stays small: a dot is a dot.
   */
  function picture(lines, { rows, columns, tall, wide, pen }) {
    const [across, down] = box(lines.flat());
    // A little less than fits: the border itself belongs to the next pixel.
    const scale = (1 - 1e-9) *
      Math.min((wide - pen) / across.size, (tall - pen) / down.size, tall / 60);
    const fine = pen > 0 ? 4 : 1;
    const [reach, width] = [fine * pen / 2, fine * columns];
    const covered = new Uint8Array(fine * rows * width);
    for (const [px, py] of lines.flat()) {
      const x = fine * (columns / 2 + scale * (px - across.low - across.size / 2));
      const y = fine * (rows / 2 + scale * (py - down.low - down.size / 2));
      for (let r = Math.floor(y - reach); r <= y + reach; r++) {
        for (let c = Math.floor(x - reach); c <= x + reach; c++) {
          const isNear = pen === 0 || Math.hypot(c + 0.5 - x, r + 0.5 - y) <= reach;
          if (isNear) covered[r * width + c] = 1;
        }
      }
    }
    const x = new Float64Array(rows * columns);
    covered.forEach((ink, i) => {
      x[Math.floor(i / width / fine) * columns + Math.floor(i % width / fine)] += ink / fine ** 2;
    });
    return x;
  }

  return { way, erased, box, style, picture };
})();
