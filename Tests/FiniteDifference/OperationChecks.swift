import GradientCheck
import Layers
import Testing

/// The check of an operation of one operand, right or with another `backward` or `forward`.
struct UnaryCheck: CustomTestStringConvertible, Sendable {
  let right: any UnaryModule
  let domain: Domain
  let shapes: [Shape]

  init(_ right: any UnaryModule, _ domain: Domain = .real, shapes: [Shape] = sampleShapes) {
    self.right = right
    self.domain = domain
    self.shapes = shapes
  }

  var testDescription: String { right.name }

  func run(
    _ seed: UInt32, _ backward: WrongUnary.Backward? = nil, forward: WrongUnary.Forward? = nil
  ) -> GradientReport {
    let module = Altered(
      right: right, altered: WrongUnary(right.name, of: right, forward: forward, backward: backward)
    )
    return checkGradients(of: module, domain: domain, shapes: shapes, seed: seed)
  }

  /// ``WrongUnary`` is for layers that keep their operand's shape; this one asks the right module.
  private struct Altered: UnaryModule {
    let right: any UnaryModule
    let altered: WrongUnary

    var name: String { right.name }
    func shape(_ a: Shape) throws(ShapeError) -> Shape { try right.shape(a) }
    func forward(_ a: Matrix, into b: inout Matrix) { altered.forward(a, into: &b) }
    func backward(_ a: Matrix, _ b: Matrix, _ gB: Matrix, adding gA: inout Matrix) {
      altered.backward(a, b, gB, adding: &gA)
    }
  }
}

/// The check of an operation of two operands, right or with another gradient.
struct BinaryCheck: CustomTestStringConvertible, Sendable {
  let right: any BinaryModule
  let domains: (Domain, Domain)
  let shapes: [(Shape, Shape)]

  init(
    _ right: any BinaryModule, _ domains: (Domain, Domain) = (.real, .real),
    shapes: [(Shape, Shape)] = sampleShapes.map { ($0, $0) }
  ) {
    self.right = right
    self.domains = domains
    self.shapes = shapes
  }

  var testDescription: String { right.name }

  func run(
    _ seed: UInt32, gA: WrongBinary.Backward? = nil, gW: WrongBinary.Backward? = nil
  ) -> GradientReport {
    let module = WrongBinary(right.name, of: right, gA: gA, gW: gW)
    return checkGradients(of: module, domains: domains, shapes: shapes, seed: seed)
  }
}

/// What may be wrong with any gradient.
enum GeneralMistake: CaseIterable {
  case overwrites, missing, doubled, subtracted, slightlyOff

  /// Adds a gradient in this wrong way.
  func apply(to gradient: inout Matrix, _ add: (inout Matrix) -> Void) {
    var contribution = Matrix(gradient.shape)
    add(&contribution)
    switch self {
    case .overwrites: gradient = contribution
    case .missing: break
    case .doubled: gradient.add(2, contribution)
    case .subtracted: gradient.add(-1, contribution)
    case .slightlyOff: gradient.add(1 + 1e-8, contribution)
    }
  }
}
