"""The shared register core: persons, standen and their history, storage and exchange.

Knows neither the exam (`examen`) nor any screen (`tui`).
"""
