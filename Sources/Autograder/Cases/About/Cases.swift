// What is asked and what is right as data, so that a folder of files is enough to grade with.
