package org.ecsdelivery.common.value;

import java.util.Locale;
import java.util.Optional;

/**
 * What coverage counts. TeamCity draws its charts from the pairs {@code CodeCoverageAbs<letter>Covered} and
 * {@code CodeCoverageAbs<letter>Total} and computes the percentages itself (TeamCity documentation, "Importing Arbitrary Coverage
 * Results"): R is for branches, B for blocks.
 */
public enum CoverageMetric {
    /** Lines with code. */
    LINES('L'),
    /** Ways out of a decision. */
    BRANCHES('R'),
    /** Functions, methods. */
    FUNCTIONS('M'),
    /** Classes, of the formats that know them. */
    CLASSES('C'),
    /** Statements, of the formats that know them. */
    STATEMENTS('S'),
    /** Byte code instructions, of JaCoCo. */
    INSTRUCTIONS('B');

    private final char letter;

    CoverageMetric(char letter) {
        this.letter = letter;
    }

    /** Returns the name that people read and write: {@code lines}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the key of TeamCity's statistic of what is covered. */
    public String coveredKey() {
        return "CodeCoverageAbs" + letter + "Covered";
    }

    /** Returns the key of TeamCity's statistic of all there is. */
    public String totalKey() {
        return "CodeCoverageAbs" + letter + "Total";
    }

    /** Returns the metric of a word such as {@code branches}, in any case, or nothing. */
    public static Optional<CoverageMetric> of(String word) {
        for (CoverageMetric each : values()) {
            if (each.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
