// Entities: an MLP and an LSTM that read a title, character by character, and say what it names.
// Begin with TitleNetwork.swift and LSTMStep.swift; docs/entities.md is the course's page.
