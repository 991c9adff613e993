// Autodiff: expressions that differentiate themselves. Begin with Expressions.swift and Term.swift;
// docs/autodiff.md is the course's page.
