// Random: the generator of `np.random.RandomState`, with the same numbers from the same seed.
// Begin with RandomState.swift; MersenneTwister.swift is what it draws from.
