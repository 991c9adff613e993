// The framework under one import: matrices and modules, the list, data sets, training, checks,
// random numbers and files.
@_exported import Formats
@_exported import GradientCheck
@_exported import Graph
@_exported import Layers
@_exported import Learning
@_exported import Network
@_exported import Operations
@_exported import Random
