// Whoever imports this course has the matrices and modules that it is used with.
@_exported import Graph
@_exported import Layers
@_exported import Learning
@_exported import Operations
@_exported import Random
