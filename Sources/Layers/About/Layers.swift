// Layers: modules, each a function and its gradient, on matrices of 64-bit numbers. Begin with
// Module.swift, which says what a module is, then Sigmoid.swift and Linear.swift. The five modules
// of the OCR net stand in this folder's root, all others in Operations and LSTM; the loops that
// take the time are in Kernels and Functions.
