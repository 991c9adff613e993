// Report: a page in one HTML file, made of what a run of training left.
