/// The finite-difference check of a layer, or of a whole network.
public struct LayerCheck: Sendable {
  /// The layer's name.
  public let name: String
  /// Carries the check out at points drawn with a seed.
  public let run: @Sendable (_ seed: UInt32) -> GradientReport

  /// A check under a name.
  public init(name: String, run: @escaping @Sendable (_ seed: UInt32) -> GradientReport) {
    (self.name, self.run) = (name, run)
  }
}
