// Kernels: matrices of 64-bit numbers, and the loops over their rows that take the time. Begin with
// Matrix.swift. Rows has what a layer does for one example, Products the matrix product, Functions
// eˣ, log and their like for eight numbers at a time.
//
// A module of its own, compiled once: an edit of a layer, which is built on it, takes two seconds. What
// its loops are made of is handed on as it stands, so the compiler inlines it into the layers as if they
// were here.
