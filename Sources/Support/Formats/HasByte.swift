extension String {
  /// Whether one of its bytes is such a one. All are looked at, sixteen and more at a time: to leave at the
  /// first takes longer where texts are megabytes and mostly have none.
  @inlinable
  @inline(__always)
  package func hasByte(where isSuch: (UInt8) -> Bool) -> Bool {
    var text = self
    let found: UInt8 = text.withUTF8 { bytes in bytes.reduce(0) { $0 | (isSuch($1) ? 1 : 0) } }
    return found != 0
  }
}
