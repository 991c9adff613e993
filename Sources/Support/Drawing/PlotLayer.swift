/// What a plot shows of one set of data.
protocol PlotLayer {
  /// What the data are called, if anything.
  var name: String { get }
  /// Points that the axes must hold.
  var extent: [Plot.Point] { get }
  /// Points that lines are drawn between, or that stand alone.
  var pieces: [[Plot.Point]] { get }

  func draw(_ svg: inout SVG, in frame: PlotFrame)

  /// The data in words; they come after the name.
  func words(_ axes: AxisWords) -> String
}
