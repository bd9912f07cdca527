package org.ecsdelivery.engine.coverage;

/**
 * Something about a report that people should know although its numbers were used.
 *
 * @param kind what it is
 * @param report the report it is about; empty when it is about all together
 * @param first the first place, with names and values
 * @param times how many there are of the kind
 */
public record CoverageWarning(Kind kind, String report, String first, long times) {
    /** What can be odd about a report. */
    public enum Kind {
        /** The report's own totals differ from its lines; the lines hold. */
        HEADER_DIFFERS("totals in the report differ from its lines; the lines are used"),
        /** The report ends early; what it has is used. */
        TRUNCATED("the report ends in the middle of a file; what it has is used"),
        /** Numbers that make no sense were left out. */
        ODD_NUMBER("numbers that make no sense were left out"),
        /** Records nobody knows were left out. */
        UNKNOWN_RECORD("records of an unknown kind were left out"),
        /** The report has no file in it. */
        NO_FILES("no file is in the report: did the tests run, with coverage switched on?"),
        /** Nothing at all was covered. */
        NOTHING_COVERED("nothing is covered: did the tests run in the process that was measured?"),
        /** The same branches could only be counted, not told apart. */
        MERGED_BY_COUNT("branches could not be told apart across reports; the numbers are the lowest that fit"),
        /** Two reports give only sums of the same file. */
        SUMS_OVERLAP("only sums of the same file came from several reports; the higher ones are used"),
        /** A path of a report is no file of the checkout. */
        PATH_UNRESOLVED("paths were not found in the checkout"),
        /** A path of a report could be several files of the checkout. */
        PATH_AMBIGUOUS("paths could be several files of the checkout");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Returns what it means, without a full stop. */
        public String sentence() {
            return sentence;
        }
    }
}
