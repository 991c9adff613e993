// Harness: what stands between the grader and a student's modules and functions. Submission.swift says
// what can be asked, WireFunctions.swift how the wire names it, Serve.swift asks.
