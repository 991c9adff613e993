import RunningPrograms

let entities = Executable("entities")
