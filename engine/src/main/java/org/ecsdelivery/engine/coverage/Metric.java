package org.ecsdelivery.engine.coverage;

/** What coverage counts, with the letter TeamCity's statistics have for it ({@code CodeCoverageAbs<letter>Covered}). */
public enum Metric {
    /** Lines that hold code. */
    LINES('L', "lines"),
    /** Ways out of a decision. */
    BRANCHES('R', "branches"),
    /** Functions or methods. */
    FUNCTIONS('M', "functions"),
    /** Classes. */
    CLASSES('C', "classes"),
    /** Statements, or sequence points. */
    STATEMENTS('S', "statements"),
    /** Instructions of the Java byte code. */
    INSTRUCTIONS('B', "instructions");

    private final char letter;
    private final String label;

    Metric(char letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    /** Returns the letter in TeamCity's statistic keys. */
    public char letter() {
        return letter;
    }

    /** Returns what people call it, in the plural. */
    public String label() {
        return label;
    }
}
