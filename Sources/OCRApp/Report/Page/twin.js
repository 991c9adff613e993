"use strict";

// The network of swift-layers in JavaScript, bit for bit: 64-bit numbers, the same operations in
// the same order, and exp and log of its own, since those of browsers differ in their last bit.
// This file stands alone.
//
//     a = α x         α: D×(M+1), column 0 holds the biases
//     z = σ(a)
//     b = β z         β: K×(D+1), column 0 holds the biases
//     ŷ = softmax(b)
//     J = −yᵀ log ŷ

// MARK: Functions of one number

/** POWERS[k + 1074] is 2ᵏ: k from −1074, the least that a number can be, to 1023. */
const POWERS = (() => {
  const powers = new Float64Array(1074 + 1024);
  powers[1074] = 1;
  for (let k = 1; k <= 1023; k++) powers[1074 + k] = 2 * powers[1073 + k];
  for (let k = 1; k <= 1074; k++) powers[1074 - k] = powers[1075 - k] / 2;
  return powers;
})();

/** 2ᵏ y, rounded at most once: 2ᵏ itself may be out of range, so it is taken in two halves. */
function timesPowerOfTwo(y, k) {
  const half = Math.floor(k / 2);
  return y * POWERS[half + 1074] * POWERS[k - half + 1074];
}

/** ln 2 in two parts: whole numbers up to 1100 times the first are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** eˣ = 2ᵏ (1 + p): k is a whole number, x − k ln 2 = r with |r| ≤ ½ ln 2, and p = eʳ − 1. */
function splitExponential(x) {
  // Numbers of 2⁵² and more are whole, so adding one rounds.
  const k = x * 1.4426950408889634 + 6755399441055744 - 6755399441055744;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const tail = r * r * exponentialSeries(r) - low;
  return { k, p: high + tail };
}

/** (eʳ − 1 − r) / r²: nearly the Taylor coefficients 1/2, 1/6, 1/24, … */
function exponentialSeries(r) {
  const r2 = r * r;
  const r4 = r2 * r2;
  const a = 0.5 + r * (1 / 6);
  const b = 0.04166666666662026 + r * 0.008333333333329763;
  const c = 0.0013888888920245623 + r * 0.000198412698653852;
  const d = 2.480151680811907e-5 + r * 2.75572650087692e-6;
  const e = 2.762200810309062e-7 + r * 2.5101861748569388e-8;
  return a + r2 * b + r4 * (c + r2 * d + r4 * e);
}

/** The nearer of two limits, or x itself; NaN stays. */
const limited = (x, low, high) => (x < low ? low : x > high ? high : x);

/** eˣ */
function exp(x) {
  const { k, p } = splitExponential(limited(x, -746, 710));
  return timesPowerOfTwo(1 + p, k);
}

/**
 * σ(x) = 1 / (1 + e⁻ˣ)
 *
 * With e⁻ˣ = 2ᵏ (1 + p) it is w / (w + 1 + p), w = 2⁻ᵏ. The denominator is d and what d lost when it
 * was rounded; 1 / (d + rest) ≈ 1/d − rest/d².
 */
function sigmoid(x) {
  const { k, p } = splitExponential(limited(-x, -40, 746));
  const w = timesPowerOfTwo(1, -k);
  const whole = w + 1;
  const d = whole + p;
  const rest = whole - d + p + (1 - whole + w);
  const y = 1 / d;
  return timesPowerOfTwo(y - y * (y * rest), -k);
}

/**
 * ln x
 *
 * x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2, and with s = f / (2 + f) it is
 * k ln 2 + f − (½f² − s (½f² + ⅔s² + ⅖s⁴ + …)).
 */
function log(x) {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x < 0 ? NaN : x;
  let [fraction, k] = [x, 0];
  for (; fraction >= 1.4142135623730951; k++) fraction /= 2;
  for (; fraction < 0.7071067811865476; k--) fraction *= 2;
  const f = fraction - 1;
  const s = f / (2 + f);
  const halfSquare = 0.5 * f * f;
  const tail = halfSquare - (s * (halfSquare + artanhTail(s * s)) + k * LN2_LOW);
  return k * LN2_HIGH - (tail - f);
}

/** ⅔z + ⅖z² + …, ten terms */
function artanhTail(z) {
  const z2 = z * z;
  const z4 = z2 * z2;
  const a = 2 / 3 + z * (2 / 5);
  const b = 2 / 7 + z * (2 / 9);
  const c = 2 / 11 + z * (2 / 13);
  const d = 2 / 15 + z * (2 / 17);
  const e = 2 / 19 + z * (2 / 21);
  return z * (a + z2 * b + z4 * (c + z2 * d + z4 * e));
}

// MARK: Sums

/**
 * Σ term(i) for i below count, as vectors of eight numbers add it up: the terms 0, 8, 16, …, the
 * terms 1, 9, 17, … and so on; of these eight sums the halves, and of those neighbours.
 */
function sum(count, term) {
  const p = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) p[i % 8] += term(i);
  return p[0] + p[4] + (p[1] + p[5]) + (p[2] + p[6] + (p[3] + p[7]));
}

// MARK: The network

/**
 * The one-hidden-layer network. Its vectors are those of the last forward and backward pass.
 *
 * The program has two forms. In the quick one, β's products are summed as in `sum`, and the
 * gradient goes from J to b at once, as ŷ − y; as written, each module does what its file says.
 */
class Network {
  /**
   * `alpha` and `beta` are Float64Arrays, row by row, with M `inputs`, D `hidden` units and K
   * `classes`; `isQuick` tells which form computes. They are changed by `step`.
   */
  constructor({ inputs, hidden, classes, alpha, beta, isQuick = true }) {
    Object.assign(this, { inputs, hidden, classes, alpha, beta, isQuick });
    const vector = (count) => new Float64Array(count);
    this.x = vector(inputs);
    [this.a, this.z, this.gA, this.gZ] = [1, 2, 3, 4].map(() => vector(hidden));
    [this.b, this.ŷ, this.gB, this.gŶ] = [1, 2, 3, 4].map(() => vector(classes));
    /** The numbers of the inputs that are not zero. */
    this.ink = [];
  }

  // MARK: Forward

  /** Computes a, z, b and ŷ of an image of M numbers. */
  forward(x) {
    this.x.set(x);
    this.ink.length = 0;
    for (let i = 0; i < this.inputs; i++) if (x[i] !== 0) this.ink.push(i);
    this.linearOfInk();
    for (let j = 0; j < this.hidden; j++) this.z[j] = sigmoid(this.a[j]);
    if (this.isQuick) this.dotProductLinear();
    else this.linear();
    this.softmax();
    return this.ŷ;
  }

  /** a[j] = α[j][0] + Σᵢ α[j][i+1] x[i], where x[i] is not zero */
  linearOfInk() {
    const { alpha, x, ink, a } = this;
    for (let j = 0; j < this.hidden; j++) {
      const row = j * (this.inputs + 1);
      let sum = alpha[row];
      for (const i of ink) sum += x[i] * alpha[row + i + 1];
      a[j] = sum;
    }
  }

  /** b[k] = β[k][0] + Σᵢ β[k][i+1] z[i], term by term */
  linear() {
    const { beta, z, b } = this;
    for (let k = 0; k < this.classes; k++) {
      const row = k * (this.hidden + 1);
      let sum = beta[row];
      for (let i = 0; i < this.hidden; i++) sum += z[i] * beta[row + i + 1];
      b[k] = sum;
    }
  }

  /** b[k] = β[k][0] + Σᵢ β[k][i+1] z[i], the products in eight sums */
  dotProductLinear() {
    const { beta, z, b } = this;
    for (let k = 0; k < this.classes; k++) {
      const row = k * (this.hidden + 1);
      b[k] = beta[row] + sum(this.hidden, (i) => z[i] * beta[row + i + 1]);
    }
  }

  /** ŷ[k] = exp(b[k] − max b) / Σᵢ exp(b[i] − max b) */
  softmax() {
    const { b, ŷ } = this;
    const maximum = b.reduce((m, logit) => (logit > m ? logit : m), -Infinity);
    for (let k = 0; k < this.classes; k++) ŷ[k] = exp(b[k] - maximum);
    const total = sum(this.classes, (k) => ŷ[k]);
    for (let k = 0; k < this.classes; k++) ŷ[k] /= total;
  }

  /**
   * J = −log ŷ[label]; in the quick form from the logits, so that no small probability is lost:
   * J = log Σₖ exp(b[k] − max b) − (b[label] − max b)
   */
  loss(label) {
    if (!this.isQuick) return 0 - log(this.ŷ[label]);
    const { b } = this;
    const maximum = b.reduce((m, logit) => (logit > m ? logit : m), -Infinity);
    let total = 0;
    for (let k = 0; k < this.classes; k++) total += exp(b[k] - maximum);
    return 0 - (b[label] - maximum - log(total));
  }

  /** The likeliest class, the lowest on ties. */
  get reading() {
    let best = 0;
    for (let k = 1; k < this.classes; k++) if (this.ŷ[k] > this.ŷ[best]) best = k;
    return best;
  }

  // MARK: Backward

  /**
   * Computes gŶ = ∂J/∂ŷ, gB = ∂J/∂b, gZ = ∂J/∂z and gA = ∂J/∂a of the last forward pass. The
   * gradients of α and β are products of these: ∂J/∂α[j] = gA[j] (1, x), ∂J/∂β[k] = gB[k] (1, z).
   */
  backward(label) {
    const { ŷ, z, gŶ, gB, gA, gZ } = this;
    // gŷ[k] = −y[k] / ŷ[k], where ŷ is at least the least normal number
    gŶ.fill(0);
    gŶ[label] = -(1 / Math.max(ŷ[label], 2.2250738585072014e-308));
    if (this.isQuick) {
      // gB = ŷ − y
      for (let k = 0; k < this.classes; k++) gB[k] = 0 + (ŷ[k] - (k === label ? 1 : 0));
    } else {
      // gB = ŷ ⊙ (gŷ − gŷ·ŷ)
      const mean = sum(this.classes, (k) => gŶ[k] * ŷ[k]);
      for (let k = 0; k < this.classes; k++) gB[k] = 0 + ŷ[k] * (gŶ[k] - mean);
    }
    this.backwardThroughBeta();
    // gA = gZ ⊙ z ⊙ (1 − z)
    for (let j = 0; j < this.hidden; j++) gA[j] = 0 + gZ[j] * z[j] * (1 - z[j]);
  }

  /** gZ[i] = Σₖ gB[k] β[k][i+1] */
  backwardThroughBeta() {
    const { beta, gB, gZ, classes } = this;
    const width = this.hidden + 1;
    for (let i = 0; i < this.hidden; i++) {
      if (this.isQuick) {
        let sum = 0;
        for (let k = 0; k < classes; k++) sum += gB[k] * beta[k * width + i + 1];
        gZ[i] = sum;
      } else {
        gZ[i] = 0 + sum(classes, (k) => gB[k] * beta[k * width + i + 1]);
      }
    }
  }

  /** ∂J/∂x[i] = Σⱼ gA[j] α[j][i+1], of the last backward pass. */
  gradientOfInput() {
    const { alpha, gA, inputs, hidden } = this;
    return Float64Array.from({ length: inputs }, (_, i) =>
      sum(hidden, (j) => gA[j] * alpha[j * (inputs + 1) + i + 1]));
  }

  /** Whether a step along the last gradients leaves numbers. */
  get gradientsAreFinite() {
    return [this.gB, this.gZ, this.gA].every((g) => g.every(Number.isFinite));
  }

  // MARK: A step

  /** α −= γ ∂J/∂α, β −= γ ∂J/∂β, with the gradients of the last backward pass. */
  step(rate) {
    const { alpha, beta, x, z, gA, gB, ink } = this;
    for (let j = 0; j < this.hidden; j++) {
      const row = j * (this.inputs + 1);
      const step = -rate * gA[j];
      alpha[row] += step;
      for (const i of ink) alpha[row + i + 1] += x[i] * step;
    }
    for (let k = 0; k < this.classes; k++) {
      const row = k * (this.hidden + 1);
      beta[row] += -rate * gB[k];
      for (let i = 0; i < this.hidden; i++) {
        beta[row + i + 1] += this.isQuick ? gB[k] * (-rate * z[i]) : z[i] * (-rate * gB[k]);
      }
    }
  }
}
