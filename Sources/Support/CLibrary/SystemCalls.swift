/// The result of a system call that returns −1 on failure, repeated while a signal interrupts it.
package func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The system's words for an error, by default that of the last failed call, such as `No such file
/// or directory`.
package func systemError(_ code: CInt = errno) -> String {
  String(cString: strerror(code))
}

/// The path of what is at `path`, from the root on and without links; nil if it cannot be reached, with
/// the reason in `errno`.
package func wholePath(_ path: String) -> String? {
  guard let whole = realpath(path, nil) else { return nil }
  defer { free(whole) }
  return String(path: whole)
}

/// Writes all of `bytes`; where a descriptor is non-blocking, waits until it takes more.
/// - Returns: whether that succeeded; if not, the reason is in `errno`.
package func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      // Such as a terminal shared with a program that made it non-blocking.
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&request, 1, -1)
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

/// Appends what one `read` gives: as much as fits into the memory that `bytes` has, or 64 KiB, but at
/// most `limit` bytes.
/// - Returns: the number of bytes, 0 at the end; −1 for a failure, the reason of which is in `errno`.
package func readMore(from descriptor: CInt, to bytes: inout [UInt8], limit: Int) -> Int {
  let free = bytes.capacity - bytes.count
  let size = min(free > 0 ? free : 1 << 16, limit)
  var count = 0
  bytes.append(addingCapacity: size) { output in
    output.withUnsafeMutableBufferPointer { buffer, initializedCount in
      let place = buffer.baseAddress.map { $0 + initializedCount }
      count = uninterrupted { read(descriptor, place, size) }
      initializedCount += max(0, count)
    }
  }
  return count
}
