// Grading: asks a student's program in a process of its own, compares what it answers with what is
// right, and reports. It knows no course: Questions has the cases, what is right, and the mistakes.
