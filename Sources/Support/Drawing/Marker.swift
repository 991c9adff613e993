/// Shapes for points, which can be told apart without colour; all look equally large.
package enum Marker: Sendable, CaseIterable {
  case circle, square, triangle, diamond

  /// The shape of a class or a series, counted from 0; four, then again.
  package static func shape(_ index: Int) -> Marker { allCases[index % allCases.count] }

  /// The corners around the middle of a marker as large as a circle of radius 1.
  private var corners: [SVG.Place] {
    switch self {
    case .circle: []
    case .square: [(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)]
    case .triangle: [(0, -1.45), (1.3, 0.8), (-1.3, 0.8)]
    case .diamond: [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]
    }
  }

  /// The marker in the paint of the group.
  func draw(_ svg: inout SVG, at place: SVG.Place, radius: Double) {
    guard self != .circle else { return svg.circle(place, radius: radius) }
    svg.polygon(corners.map { (place.x + radius * $0.x, place.y + radius * $0.y) })
  }
}
