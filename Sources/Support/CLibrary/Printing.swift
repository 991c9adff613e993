#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Darwin
#endif

/// Lets each line of `print` out at once, also into a pipe: what was printed before a trap is not lost.
package func printLineByLine() { setvbuf(stdout, nil, _IOLBF, 0) }
