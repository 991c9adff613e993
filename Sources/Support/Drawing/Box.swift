/// A rectangle of a drawing.
struct Box {
  var left, top: Double
  let width, height: Double

  var middle: Double { left + width / 2 }

  func holds(_ place: SVG.Place) -> Bool {
    place.x > left && place.x < left + width && place.y > top && place.y < top + height
  }

  func meets(_ other: Box) -> Bool {
    left < other.left + other.width && other.left < left + width
      && top < other.top + other.height && other.top < top + height
  }

  /// The nearest one within the area between the axes.
  func moved(into frame: PlotFrame) -> Box {
    var box = self
    box.left = max(frame.left, min(left, frame.right - width))
    box.top = max(frame.top, min(top, frame.bottom - height))
    return box
  }
}
