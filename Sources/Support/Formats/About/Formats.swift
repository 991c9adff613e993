// Formats: the files that programs read and write, a format a file: CSV, IDX, .npy, safetensors,
// JSON and titles. Everything is parsed from bytes, and what is wrong in a file is a `DataError`
// with line and column. ResultSet.swift says how results are written: all of them, or none.
