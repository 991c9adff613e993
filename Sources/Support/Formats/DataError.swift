/// An error that comes of what was read or asked for, and not of the program: sysexits(3) has a
/// code for bad data (65).
public protocol DataError: Error {}
