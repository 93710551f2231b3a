package org.huizhu.gateway.assess;

import java.util.List;
import org.huizhu.gateway.assess.Assessments.Part;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.node.ObjectNode;

/** What became of the question to one service. */
sealed interface AssessAnswer {

    /** The service's part of the whole. */
    Part part();

    /** It assessed, on that day, and left aside what is not its own. */
    record Told(Part part, String asOf, List<String> ignored) implements AssessAnswer {}

    /** It is down or slow, or was not understood. */
    record Missing(Part part) implements AssessAnswer {}

    /** It says what is wrong with the request, as a problem. */
    record Refused(Part part, HttpStatusCode status, ObjectNode problem) implements AssessAnswer {}
}
