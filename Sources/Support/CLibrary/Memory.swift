/// Whether this process can have so many bytes more: no more than the machine has, and not beyond a limit
/// that is set for the process. Swift stops a program that asks for memory and gets none, so whoever
/// needs much asks before.
package func hasMemory(_ bytes: Double) -> Bool {
  let machine = Double(sysconf(CInt(_SC_PHYS_PAGES))) * Double(sysconf(CInt(_SC_PAGESIZE)))
  guard bytes < machine else { return false }
  let size = max(1, Int(bytes))
  guard let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
    place != MAP_FAILED
  else { return false }
  munmap(place, size)
  return true
}
