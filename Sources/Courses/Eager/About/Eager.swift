// Eager: tensors that compute at once and remember how. Begin with TensorNode.swift and MLP.swift;
// docs/eager.md is the course's page.
