import GradeProgram
import Grading
import Questions

gradeProgram(
  asking: OwnQuestions(
    expected: Question.course(CaseSource(files: ReferenceFiles(outputs: "", data: ""))),
    draw: { seed, hiddenSeed in
      let files = try ReferenceFiles.find()
      return AskedQuestions(
        Question.course(CaseSource(files: files, seed: seed, hiddenSeed: hiddenSeed)),
        secrets: [files.outputs, files.data], areFound: true)
    }, name: mistakeNamer))
