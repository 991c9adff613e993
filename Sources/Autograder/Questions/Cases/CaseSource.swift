import Formats
import Grading
import Wire

/// Where cases come from: NumPy's files, and the textbook for what is drawn.
package struct CaseSource {
  let files: ReferenceFiles
  /// The seed of the drawn cases.
  let seed: UInt32
  /// That of further ones, whose numbers are not shown.
  let hiddenSeed: UInt32?
  var extent = Extent.all

  /// All cases of these files and seeds.
  package init(files: ReferenceFiles, seed: UInt32 = 0, hiddenSeed: UInt32? = nil) {
    (self.files, self.seed, self.hiddenSeed) = (files, seed, hiddenSeed)
  }

  /// How many of the cases there are: the letters take most of the time, then NumPy's files.
  enum Extent { case drawn, small, all }

  /// One of NumPy's cases of the letters, where these are there.
  func letters(_ case: () throws(FileError) -> Case) throws(FileError) -> [Case] {
    extent == .all ? [try `case`()] : []
  }

  /// NumPy's small cases, where these are there.
  func references(_ cases: () throws(FileError) -> [Case]) throws(FileError) -> [Case] {
    extent == .drawn ? [] : try cases()
  }

  /// Cases that are drawn, hidden ones too.
  func drawn(_ what: UInt32, _ cases: (inout Draw) -> [DrawnCase]) -> [Case] {
    var random = Draw(seed: seed, what)
    let shown = cases(&random).map { $0.case(isHidden: false) }
    guard let hiddenSeed else { return shown }
    var hidden = Draw(seed: hiddenSeed, what)
    return shown + cases(&hidden).map { $0.case(isHidden: true) }
  }
}
