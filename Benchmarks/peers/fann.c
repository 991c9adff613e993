/* FANN, the library of small networks in C: one incremental step per example, as its users write it.
 *
 * It has no softmax with cross-entropy: its outputs are sigmoids and its error is the squared one. So it
 * trains the nearest net it has, of the same size, and its weights are compared with nobody's; that it
 * learns is checked. Its sigmoid of steepness ½ is the logistic function. */
#include <doublefann.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { INPUTS = 128, CLASSES = 10 };

static double *read_numbers(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  *count = ftell(file) / sizeof(double);
  rewind(file);
  double *numbers = malloc(*count * sizeof(double));
  if (fread(numbers, sizeof(double), *count, file) != *count) exit(1);
  fclose(file);
  return numbers;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

int main(void) {
  size_t count;
  double *x = read_numbers("x.f64", &count), *labels = read_numbers("labels.f64", &count);
  double *y = calloc(count * CLASSES, sizeof(double));
  for (size_t i = 0; i < count; i++) y[i * CLASSES + (size_t)labels[i]] = 1;

  int hidden, rows;
  while (scanf("%d %d", &hidden, &rows) == 2) {
    struct fann *net = fann_create_standard(3, INPUTS, hidden, CLASSES);
    fann_set_activation_function_hidden(net, FANN_SIGMOID);
    fann_set_activation_function_output(net, FANN_SIGMOID);
    fann_set_training_algorithm(net, FANN_TRAIN_INCREMENTAL);
    fann_set_train_error_function(net, FANN_ERRORFUNC_LINEAR);
    fann_set_learning_rate(net, 0.01);
    fann_reset_MSE(net);
    for (int i = 0; i < 100; i++) fann_test(net, x + i * INPUTS, y + i * CLASSES);
    const double before = fann_get_MSE(net);

    const double start = now();
    for (int i = 0; i < rows; i++) fann_train(net, x + i * INPUTS, y + i * CLASSES);
    const double seconds = now() - start;

    fann_reset_MSE(net);
    for (int i = 0; i < 100; i++) fann_test(net, x + i * INPUTS, y + i * CLASSES);
    if (fann_get_MSE(net) >= before) return 1;
    printf("%.9g\n", seconds);
    fflush(stdout);
    fann_destroy(net);
  }
}
