// Questions: the OCR course's questions. Textbook is what is right, in plain loops; Catalogue is what is
// often wrong, each a change to the textbook; the cases are NumPy's reference files and drawn ones.
