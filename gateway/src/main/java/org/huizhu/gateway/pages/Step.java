package org.huizhu.gateway.pages;

import java.util.ArrayList;
import java.util.List;

/** One step of a course that everybody goes through in the same order. */
public record Step(String text, State state) {

    /** Where in the course it stands. */
    public enum State {
        DONE,
        CURRENT,
        TO_COME
    }

    /** The steps when the one with that index is being done; all are done when it lies behind the last. */
    public static List<Step> at(int current, List<String> texts) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            State state = i < current ? State.DONE : i == current ? State.CURRENT : State.TO_COME;
            steps.add(new Step(texts.get(i), state));
        }
        return List.copyOf(steps);
    }
}
