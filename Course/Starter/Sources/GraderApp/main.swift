import Grader

runGrader()
