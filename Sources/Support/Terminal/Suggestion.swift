/// The edits (insert, delete, replace, swap two neighbours) that turn one word into the other:
/// the Damerau–Levenshtein distance in its restricted form (optimal string alignment), where no
/// part of a word is edited twice.
func editDistance(_ first: String, _ second: String) -> Int {
  let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row.append(min(last[j] + 1, row[j - 1] + 1, replaced))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}

/// The candidate that `word` was most likely meant to be: the nearest one at most two edits away
/// (one for words of up to four letters), the first of several as near; else the only one that
/// begins with `word`. Capitals count as small letters.
func nearest(to word: String, among candidates: [String]) -> String? {
  // Nothing is near to a word of this length.
  guard word.utf8.count <= 100 else { return nil }
  let word = word.lowercased()
  let allowed = min(2, (word.unicodeScalars.count + 1) / 3)
  let distances = candidates.map { (name: $0, edits: editDistance(word, $0.lowercased())) }
  if let best = distances.min(by: { $0.edits < $1.edits }), best.edits <= allowed {
    return best.name
  }
  let completions = candidates.filter { !word.isEmpty && $0.lowercased().hasPrefix(word) }
  return completions.count == 1 ? completions[0] : nil
}

/// `; did you mean "--hidden"?` for the candidate nearest to `word`, or nothing.
func suggestion(for word: String, among candidates: [String], dashes: String = "") -> String {
  guard let name = nearest(to: word, among: candidates) else { return "" }
  return "; did you mean \"\(dashes)\(name)\"?"
}
