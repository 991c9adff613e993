// Autograder: the questions of the course and their points. Question.swift says what a question
// is; each kind of question has a file, and IsolatedGrader.swift runs each in a process of its own.
