// The C library of the system, chosen here for the whole package: `import CLibrary` is `import` of
// whichever it is.
#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Darwin
#endif
