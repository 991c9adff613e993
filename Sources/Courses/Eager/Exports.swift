// Whoever imports this course has the matrices, modules and the descent that it is used with.
@_exported import Graph
@_exported import Layers
@_exported import Operations
@_exported import Random
