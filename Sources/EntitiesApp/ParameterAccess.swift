import Entities
import Graph
import Layers

/// The network's parameters, which its module keeps to itself, found by reflection.
extension TitleNetwork {
  private var recorded: (list: WengertList, parameters: [Register])? {
    let members = Mirror(reflecting: self).children
    guard let list = members.first(where: { $0.label == "list" })?.value as? WengertList,
      let parameters = members.first(where: { $0.label == "parameters" })?.value as? [Register]
    else { return nil }
    return (list, parameters)
  }

  /// The parameters' values, in the order they were recorded.
  var parameterValues: [Matrix] {
    guard let recorded else { return [] }
    return recorded.parameters.map { recorded.list.value(of: $0) }
  }

  /// Replaces all parameters.
  /// - Throws: `ShapeError` when a shape differs.
  func setParameterValues(_ values: [Matrix]) throws(ShapeError) {
    guard let recorded else { return }
    for (register, value) in zip(recorded.parameters, values) {
      try recorded.list.setValue(value, of: register)
    }
  }
}
