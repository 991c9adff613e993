// Autograding: the course's questions, tried on layers and nets that are wrong on purpose (Mutant.swift)
// and on others that are right in another way (RightSubmissions.swift).
