/// Named tensors of 64-bit floating-point numbers and texts about them, in the safetensors format:
/// the length of a JSON header as 8 bytes (little endian), the header, the values.
public struct SafetensorsFile: Sendable, Equatable {
  /// A tensor under its name.
  public struct Tensor: Sendable, Equatable {
    /// The name, unique in its file.
    public let name: String
    /// The length of every axis; empty for a single number.
    public let shape: [Int]
    /// The values in row-major order.
    public let values: [Double]

    /// A tensor with as many values as `shape` says.
    public init(_ name: String, shape: [Int], values: [Double]) {
      precondition(shape.reduce(1, *) == values.count, "the values do not fill the shape")
      self.name = name
      self.shape = shape
      self.values = values
    }
  }

  /// The tensors in the order of their values in the file.
  public let tensors: [Tensor]
  /// What the header holds under `__metadata__`.
  public let metadata: [Named<String>]

  /// A file of these tensors and texts, in this order.
  public init(tensors: [Tensor], metadata: [Named<String>] = []) {
    self.tensors = tensors
    self.metadata = metadata
  }
}

extension SafetensorsFile.Tensor {
  /// The values as they are in the file, row-major and little endian.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 8)
    for value in values { bytes.append(value.bitPattern) }
    return bytes
  }
}

extension SafetensorsFile {
  /// The key of the header under which texts are kept, so no tensor's name.
  public static let metadataKey = "__metadata__"

  /// The contents of the file. The same tensors and texts always give the same bytes.
  public var bytes: [UInt8] {
    var header = Array(JSON.object(headerMembers).text.utf8)
    // The values start at a multiple of 8 bytes, so that they can be used where they are.
    header.appendSpaces(-header.count & 7)
    var bytes: [UInt8] = []
    bytes.append(UInt64(header.count))
    bytes += header
    for tensor in tensors { bytes += tensor.bytes }
    return bytes
  }

  /// Replaces what is at `path` by this file, all at once or not at all; see
  /// ``writeAtomically(_:to:)``.
  public func write(to path: String) throws(FileError) { try writeAtomically(bytes, to: path) }

  private var headerMembers: [JSON.Member] {
    var members: [JSON.Member] = []
    if !metadata.isEmpty {
      let texts = metadata.map { JSON.Member($0.name, .string($0.value)) }
      members.append(JSON.Member(Self.metadataKey, .object(texts)))
    }
    var end = 0
    for tensor in tensors {
      let start = end
      end += tensor.values.count * 8
      let description: [JSON.Member] = [
        JSON.Member("dtype", .string("F64")),
        JSON.Member("shape", .array(tensor.shape.map(JSON.integer))),
        JSON.Member("data_offsets", .array([.integer(start), .integer(end)])),
      ]
      members.append(JSON.Member(tensor.name, .object(description)))
    }
    return members
  }
}
