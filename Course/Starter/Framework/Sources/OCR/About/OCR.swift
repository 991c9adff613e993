// OCR: the program that checks, trains and shows what you wrote.
