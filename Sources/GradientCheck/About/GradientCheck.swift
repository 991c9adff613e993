// GradientCheck: finite differences of a module's Jacobian (JacobianCheck.swift) and of any loss on
// a list (LossCheck.swift). CheckGradients.swift has the calls, GradientReport.swift what they say.
