// Regression: computation graphs that fit points. Begin with ComputationGraph.swift and
// Models.swift; docs/regression.md is the course's page.
