// Wire: the messages between a student's answers and the grader; docs/grading.md describes them. Both
// sides link this target, and neither learns from it what is right.
