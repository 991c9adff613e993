// C++ with Eigen: matrix-vector products and rank-one updates, sizes known to the compiler,
// no allocation per example. Requests as in peer.py.
#include <Eigen/Dense>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace Eigen;
constexpr int M = 128, K = 10;
constexpr double rate = 0.01;
using RowMajorMatrix = Matrix<double, Dynamic, Dynamic, RowMajor>;

static std::vector<double> read(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<double> values(file.tellg() / sizeof(double));
  file.seekg(0).read(reinterpret_cast<char*>(values.data()), values.size() * sizeof(double));
  return values;
}

template <int D>
struct Net {
  Matrix<double, D, M, RowMajor> W1;
  Matrix<double, K, D, RowMajor> W2;
  Matrix<double, D, 1> b1, a, z, ga;
  Matrix<double, K, 1> b2, b, gb;

  void step(const Map<const Matrix<double, M, 1>>& x, int label) {
    a.noalias() = W1 * x;
    z = (1 + (-(a + b1)).array().exp()).inverse();
    b.noalias() = W2 * z;
    b += b2;
    gb = (b.array() - b.maxCoeff()).exp();
    gb /= gb.sum();
    gb[label] -= 1;
    ga.noalias() = W2.transpose() * gb;
    ga.array() *= rate * z.array() * (1 - z.array());
    gb *= rate;
    W2.noalias() -= gb * z.transpose();
    b2 -= gb;
    W1.noalias() -= ga * x.transpose();
    b1 -= ga;
  }
};

template <int D>
static double train(const std::vector<double>& x, const std::vector<double>& labels, int rows,
                    const std::string& output) {
  static Net<D> net;  // too large for the stack at D = 200
  const auto initial = read("initial-" + std::to_string(D) + ".f64");
  Map<const RowMajorMatrix> alpha(initial.data(), D, M + 1);
  Map<const RowMajorMatrix> beta(initial.data() + D * (M + 1), K, D + 1);
  net.W1 = alpha.rightCols(M), net.b1 = alpha.col(0);
  net.W2 = beta.rightCols(D), net.b2 = beta.col(0);

  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < rows; i++)
    net.step(Map<const Matrix<double, M, 1>>(&x[i * M]), int(labels[i]));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;

  RowMajorMatrix newAlpha(D, M + 1), newBeta(K, D + 1);
  newAlpha << net.b1, net.W1;
  newBeta << net.b2, net.W2;
  std::ofstream file(output, std::ios::binary);
  for (const auto& w : {newAlpha, newBeta})
    file.write(reinterpret_cast<const char*>(w.data()), w.size() * sizeof(double));
  return seconds.count();
}

int main() {
  const auto x = read("x.f64"), labels = read("labels.f64");
  int hidden, rows;
  std::string output;
  while (std::cin >> hidden >> rows >> output)
    std::cout << (hidden == 50 ? train<50> : train<200>)(x, labels, rows, output) << std::endl;
}
