#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// eˣ.
@inline(__always)
func exp(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.exp(x)
  #elseif canImport(Musl)
    Musl.exp(x)
  #elseif canImport(Darwin)
    Darwin.exp(x)
  #endif
}

/// The natural logarithm.
@inline(__always)
func log(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.log(x)
  #elseif canImport(Musl)
    Musl.log(x)
  #elseif canImport(Darwin)
    Darwin.log(x)
  #endif
}
