// Grader: the program that asks, and judges what is answered; it links nothing that you write.
