package org.huizhu.local.cli;

import java.util.List;

/** The command cannot be carried out; each sentence says why and what to do. */
final class Refusal extends RuntimeException {

    private final List<String> sentences;

    Refusal(String sentence) {
        this(List.of(sentence));
    }

    Refusal(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
