// GradeProgram: the program that grades, but for what it asks: whoever links it says that.
