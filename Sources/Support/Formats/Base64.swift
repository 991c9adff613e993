/// Bytes as text: four digits for three bytes, `=` where the last are missing (RFC 4648).
package func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let count = min(3, bytes.count - start)
    var bits: UInt32 = 0
    for k in 0..<count { bits |= UInt32(bytes[start + k]) << UInt32(16 - 8 * k) }
    for k in 0..<4 {
      text.append(k <= count ? digits[Int(bits >> UInt32(18 - 6 * k) & 63)] : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}
