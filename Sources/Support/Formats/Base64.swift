/// Bytes as text: four digits for three bytes, `=` where the last are missing (RFC 4648).
package func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let missing = (3 - bytes.count % 3) % 3
  let padded = bytes + repeatElement(0, count: missing)
  var text: [UInt8] = []
  text.reserveCapacity(padded.count / 3 * 4)
  for start in stride(from: 0, to: padded.count, by: 3) {
    let bits =
      Int(padded[start]) << 16 | Int(padded[start + 1]) << 8 | Int(padded[start + 2])
    text.append(digits[bits >> 18])
    text.append(digits[bits >> 12 & 63])
    text.append(digits[bits >> 6 & 63])
    text.append(digits[bits & 63])
  }
  text.replaceSubrange(
    (text.count - missing)..., with: repeatElement(UInt8(ascii: "="), count: missing))
  return String(decoding: text, as: UTF8.self)
}
