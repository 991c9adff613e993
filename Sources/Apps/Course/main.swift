import Terminal

Program(
  "course", version: "0.1.0",
  summary: "Hand out the OCR course, and grade what comes back.",
  commands: [starterCommand, graderCommand, gradeCommand, checkCommand]
).run()
