// Operations: modules for other networks than the OCR net, one a file; the LSTM's in a folder. They
// follow the same rules as those in Layers.
