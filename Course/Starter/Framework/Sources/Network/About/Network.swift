// Network: what passes and training give back. The network itself is yours to write.
