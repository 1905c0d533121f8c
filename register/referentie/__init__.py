"""Reference data: what DUO knows and a message is judged by, each fact with the days it holds.

    soorten    the kinds of facts, as entity classes
    tabellen   the tables: which kind, which columns of which file of DUO
    inlezen    a CSV file into rows, with every fault by line and column
    opslag     the tables in the register
    referentie what controls are given: frames, and which tables have anything in them

A table without rows says nothing: controls that need it are not run, and are named as not judged.
One that has only some of what DUO knows (a school's own students) cannot say that something is
unknown, but can say that it differs.
"""

from register.referentie.referentie import Nodig, Referentie, ingebouwd, referentie_van
from register.referentie.tabellen import TABELLEN, Referentietabel

__all__ = ["TABELLEN", "Nodig", "Referentie", "Referentietabel", "ingebouwd", "referentie_van"]
