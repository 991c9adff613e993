extension WengertList {
  /// The list as a graph in Graphviz's language DOT: a box per register with its name and shape, an
  /// ellipse per module, operands above. `dot -Tsvg` draws it.
  public var dot: String {
    var lines = ["digraph {"]
    var nodes: [CellPointer: String] = [:]
    for k in 0..<cells.count {
      let cell = cells[k]
      let name = cell.pointee.name.isEmpty ? "" : cell.pointee.name + "\n"
      let label = (name + "\(cell.pointee.shape)").quotedForDOT
      nodes[cell] = "r\(k)"
      let style = cell.pointee.isParameter ? ", style=bold" : ""
      lines.append("  r\(k) [shape=box, label=\(label)\(style)]")
    }
    for k in 0..<assignments.count {
      let assignment = UnsafePointer(assignments[k])
      lines.append("  m\(k) [label=\(assignment.pointee.moduleName.quotedForDOT)]")
      for operand in assignment.pointee.operands {
        lines.append("  \(nodes[operand] ?? "") -> m\(k)")
      }
      lines.append("  m\(k) -> \(nodes[assignment.pointee.output] ?? "")")
    }
    return (lines + ["}"]).map { $0 + "\n" }.joined()
  }
}
