import CLibrary

/// The vectors that the package was built with, which `Package.swift` takes from the machine that
/// builds or from `LAYERS_MARCH`. On a processor without them a program would end by SIGILL, which
/// says nothing. (What is in this target is built without them.)
enum Processor {
  /// A feature's place in what the instruction CPUID says of it.
  struct Feature {
    let name: String
    /// CPUID's leaf, as the C library counts leaves (0: leaf 1; 1: leaf 7), its register (EAX: 0 to
    /// EDX: 3), and the bit there.
    let (leaf, register, bit): (UInt32, Int, UInt32)
  }

  private static let avx2 = [
    Feature(name: "AVX2", leaf: 1, register: 1, bit: 5),
    Feature(name: "BMI2", leaf: 1, register: 1, bit: 8),
    Feature(name: "FMA", leaf: 0, register: 2, bit: 12),
  ]
  private static let avx512 = [
    Feature(name: "AVX-512F", leaf: 1, register: 1, bit: 16),
    Feature(name: "AVX-512DQ", leaf: 1, register: 1, bit: 17),
    Feature(name: "AVX-512CD", leaf: 1, register: 1, bit: 28),
    Feature(name: "AVX-512BW", leaf: 1, register: 1, bit: 30),
    Feature(name: "AVX-512VL", leaf: 1, register: 1, bit: 31),
  ]

  /// Ends the process, with a line that says what to do, where the processor lacks what the program
  /// was built for.
  static func require(for program: String) {
    #if X86_64_V4
      let (level, needed) = ("x86-64-v4", avx2 + avx512)
    #elseif X86_64_V3
      let (level, needed) = ("x86-64-v3", avx2)
    #else
      let (level, needed): (String, [Feature]) = ("", [])
    #endif
    guard !needed.isEmpty, let missing = needed.first(where: { !has($0) }) else { return }
    var message =
      "\(program): built for processors of \(level), and this one has no \(missing.name); "
      + "LAYERS_MARCH=x86-64 swift build makes it for all\n"
    // Not by `Output`: what it calls is compiled with those vectors.
    _ = message.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(ExitCode.internal.rawValue)
  }

  /// Whether the processor has a feature and the system supports it; also where the C library, as
  /// all but glibc 2.33 and later, does not say.
  static func has(_ feature: Feature) -> Bool {
    // <sys/platform/x86.h>: four registers as the processor gives them, then four with what is usable.
    typealias Leaf = @convention(c) (UInt32) -> UnsafePointer<UInt32>?
    guard let symbol = dlsym(nil, "__x86_get_cpuid_feature_leaf"),
      let registers = unsafeBitCast(symbol, to: Leaf.self)(feature.leaf)
    else { return true }
    return registers[4 + feature.register] >> feature.bit & 1 == 1
  }
}
