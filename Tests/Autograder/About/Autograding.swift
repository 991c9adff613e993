// Autograding: tests of the grader, with layers and nets that are wrong on purpose (Mutants.swift)
// and others that are right in another way (TextbookNet.swift).
