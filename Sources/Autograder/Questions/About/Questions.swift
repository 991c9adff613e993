enum QuestionsStub {}
