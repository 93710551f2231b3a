package org.huizhu.eligibility;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * A compiled expression and what a reading of it shows.
 *
 * @param reads the facts it names
 * @param parameters the dated values it names
 * @param dates the days written in it
 * @param shifts by how much it moves dates
 * @param timed whether its value can change from one day to another while no fact does
 * @param monthly whether it asks which month it is
 */
record Expression(
        Program program,
        Set<FactField> reads,
        Set<String> parameters,
        Set<LocalDate> dates,
        Set<Period> shifts,
        boolean timed,
        boolean monthly) {

    Object evaluate(CelVariableResolver variables) throws CelEvaluationException {
        return program.eval(variables);
    }
}
