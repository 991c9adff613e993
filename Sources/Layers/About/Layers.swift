// Layers: modules, each a function and its gradient, on matrices of 64-bit numbers. Begin with
// Module.swift, which says what a module is, then Sigmoid.swift and Linear.swift. These are the five
// modules of the OCR net; all others are in Operations, and the loops that take the time in Kernels.

// Whoever writes or calls a module needs matrices.
@_exported import Kernels
