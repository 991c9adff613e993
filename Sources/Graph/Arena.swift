import Layers

/// A growing list that owns its elements and never moves them, so that pointers to them stay good.
///
/// An array of pointers would be counted and checked at every pass over it, which costs as much as
/// a small layer.
struct Arena<Element: ~Copyable>: ~Copyable {
  private var elements: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
  private var capacity = 8
  private(set) var count = 0

  init() { elements = .allocate(capacity: capacity) }

  deinit {
    for k in 0..<count {
      elements[k].deinitialize(count: 1)
      elements[k].deallocate()
    }
    elements.deallocate()
  }

  /// The k-th element.
  subscript(_ k: Int) -> UnsafeMutablePointer<Element> {
    require(k >= 0 && k < count, "number \(k) of a list of \(count)")
    return elements[k]
  }

  mutating func append(_ element: consuming Element) {
    if count == capacity { grow() }
    elements[count] = .allocate(capacity: 1)
    elements[count].initialize(to: element)
    count += 1
  }

  /// Removes all but the first `count` elements.
  mutating func removeLast(to count: Int) {
    require(count >= 0 && count <= self.count, "the first \(count) of \(self.count)")
    while self.count > count {
      self.count -= 1
      elements[self.count].deinitialize(count: 1)
      elements[self.count].deallocate()
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UnsafeMutablePointer<Element>>.allocate(
      capacity: 2 * capacity)
    larger.moveInitialize(from: elements, count: count)
    elements.deallocate()
    elements = larger
    capacity *= 2
  }
}
