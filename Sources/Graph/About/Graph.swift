// Graph: the Wengert list, which records modules and is read forward for values and backward for
// gradients. Begin with WengertList.swift, then Passes.swift and GradientDescent.swift.
