package org.huizhu.eligibility;

/** One thing that is wrong in a pack: where, what, and what to do about it. */
public record PackFault(String file, int line, String problem, String remedy) implements Comparable<PackFault> {

    @Override
    public int compareTo(PackFault other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** {@code file:line: problem → remedy}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem + " → " + remedy;
    }
}
