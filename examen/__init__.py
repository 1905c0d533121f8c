"""The vavo exam: model, tables of the law, computing and controls. No storage, clock or screen."""
