// What passes and training give back comes with Harness.
@_exported import Network
