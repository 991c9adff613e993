/// The letter of each label 0…9.
let letters = ["a", "e", "g", "i", "l", "n", "o", "r", "t", "u"]
