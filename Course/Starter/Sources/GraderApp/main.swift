import GradeProgram

gradeProgram()
