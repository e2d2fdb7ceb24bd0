"""From which categories may one person have gone? Asked of the published texts, and of a solver.

The reader knows who left and how old they were, and that nobody else changed at all: the strongest
that a reader can know of two releases. A category from which nobody can have gone is ruled out;
where only one is left, the leaver's category is known.
"""

import highspy
import numpy as np

INF = highspy.kHighsInf


class _Silent(highspy.Highs):
    def enableCallbacks(self):
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()


class _Asked:
    """Whole numbers in lowest cells, and who of them went."""

    def __init__(self, releases, name, known):
        self.before, self.after = releases
        self.rows, self.lows, self.highs = [], [], []
        self.at, self.gone, self.upper = {}, {}, []
        for table in self.before:
            many = len(self.before[table].leaves)
            self.at[table] = self._columns(many, INF)
            may = [
                all(leaf[d] == n for d, n in known.items() if d in leaf)
                for leaf in self.before[table].leaves
            ]
            self.gone[table] = [self._columns(1, 1.0 if one else 0.0)[0] for one in may]
        for table in self.before:
            self._fits(table)
            self._one_at_most(table, sure=self.before[table].fixed == self.before[name].fixed)
        self._agree()

    def _columns(self, many, upper):
        begin = len(self.upper)
        self.upper += [upper] * many
        return list(range(begin, begin + many))

    def _row(self, terms, low, high):
        self.rows.append(terms)
        self.lows.append(low)
        self.highs.append(INF if high is None else high)

    def _fits(self, table):
        for cell, places in self.before[table].cells.items():
            here = [(self.at[table][place], 1.0) for place in places]
            went = [(self.gone[table][place], -1.0) for place in places]
            self._row(here, *self.before[table].bounds[cell])
            self._row([*here, *went], *self.after[table].bounds[cell])

    def _one_at_most(self, table, sure):
        self._row([(column, 1.0) for column in self.gone[table]], 1.0 if sure else 0.0, 1.0)

    def _agree(self):
        names = list(self.before)
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                for cell in self.before[one].cells.keys() & self.before[other].cells.keys():
                    for columns in (self.at, self.gone):
                        terms = [(columns[one][at], 1.0) for at in self.before[one].cells[cell]]
                        terms += [
                            (columns[other][at], -1.0) for at in self.before[other].cells[cell]
                        ]
                        self._row(terms, 0.0, 0.0)

    def may(self, table, place):
        """Whether somebody may have gone from this lowest cell."""
        solver = _Silent()
        many = len(self.upper)
        none = np.array([], dtype=np.int32)
        low = np.zeros(many)
        low[self.gone[table][place]] = 1.0
        solver.addCols(
            many,
            np.zeros(many),
            low,
            np.array(self.upper),
            0,
            np.zeros(many, dtype=np.int32),
            none,
            none.astype(float),
        )
        whole = np.full(many, int(highspy.HighsVarType.kInteger), dtype=np.uint8)
        solver.changeColsIntegrality(many, np.arange(many, dtype=np.int32), whole)
        for terms, low_, high in zip(self.rows, self.lows, self.highs, strict=True):
            columns = np.array([at for at, _ in terms], dtype=np.int32)
            solver.addRow(low_, high, len(terms), columns, np.array([by for _, by in terms]))
        solver.run()
        return solver.getModelStatus() == highspy.HighsModelStatus.kOptimal


def who_may_have_left(releases, name, known):
    """The lowest cells of a table from which the one leaver may have gone."""
    asked = _Asked(releases, name, known)
    return [
        leaf
        for place, leaf in enumerate(releases[0][name].leaves)
        if all(leaf[dimension] == node for dimension, node in known.items())
        and asked.may(name, place)
    ]
