// The most additions and multiplications, taken apart, that one core can do: the bound of a matrix
// product without fused multiply-add. A line on standard input asks for the answer, operations per
// second.
//
// Each multiplication is followed by an addition of its result, as in a product of matrices; enough
// of them are on their way that no latency shows, and nothing is loaded. Vectors are the widest for
// which it is compiled.
#include <chrono>
#include <cmath>
#include <cstdio>

#ifdef __AVX512F__
typedef double Vector __attribute__((vector_size(64)));
constexpr int sums = 24;
#else
typedef double Vector __attribute__((vector_size(32)));
constexpr int sums = 12;
#endif
constexpr int steps = 1000, lanes = sizeof(Vector) / sizeof(double);

/// Seconds of `steps` multiplications and additions for each sum.
static double seconds(Vector a, Vector b) {
  Vector sum[sums] = {};
  const auto start = std::chrono::steady_clock::now();
  for (int step = 0; step < steps; step++) {
#pragma GCC unroll 24
    for (int i = 0; i < sums; i++) {
      asm volatile("" : "+v"(a));  // or the product would be taken once
      sum[i] += a * b;
    }
  }
  for (Vector& s : sum) asm volatile("" ::"v"(s));
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  return time.count();
}

int main() {
  while (std::getchar() != EOF) {
    double best = 1e9;
    for (int repetition = 0; repetition < 2000; repetition++)
      best = std::fmin(best, seconds(Vector{} + 1.0, Vector{} + 1e-9));
    std::printf("%g\n", 2.0 * steps * sums * lanes / best);
    std::fflush(stdout);
  }
}
