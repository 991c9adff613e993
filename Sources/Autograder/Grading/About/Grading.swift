enum GradingStub {}
