import Answers
import OCR

runOCR(MyAnswers())
