import Answers
import Harness

serve(MyAnswers())
