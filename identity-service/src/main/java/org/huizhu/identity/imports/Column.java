package org.huizhu.identity.imports;

/** A column that a file may have. */
public interface Column {

    /** Its name in the first line of a template, by which faults name it too. */
    String heading();

    /** Whether a file may call it so. */
    boolean isNamed(String name);

    /** Whether a file without it cannot be read. */
    boolean isRequired();
}
