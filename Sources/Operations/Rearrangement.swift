import Layers

/// Elements of the operand in other places: `forward` copies blocks of `a` to `b`, and `backward`
/// adds the same blocks of `gB` to `gA`.
protocol Rearrangement: UnaryModule, Operation {
  /// Calls `body` with every block of `a` and its place in `b`, which fill `b`.
  func forEachBlock(_ a: Shape, _ b: Shape, _ body: (Block) -> Void)
}

extension Rearrangement {
  /// Copies the blocks.
  public func forward(_ a: Matrix, into b: inout Matrix) {
    forEachBlock(a.shape, b.shape) { b.copy($0, of: a) }
  }

  /// Adds the blocks of `gB`, each where it came from.
  public func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
    forEachBlock(a.shape, b.shape) { gA.add($0.reversed, of: gB) }
  }
}
