"""The vavo sector: enrolments. Exam results are the exam's own (package `examen`)."""
