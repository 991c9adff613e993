import GradeProgram

// Knows no answer and no mistake: this one may be handed out.
gradeProgram()
