import Harness

// The package's own layers and network, as `ocr grade` grades them.
serve(PackageSubmission())
