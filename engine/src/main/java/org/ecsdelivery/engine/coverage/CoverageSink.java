package org.ecsdelivery.engine.coverage;

/** Takes what a report tells, file by file, as it is read. */
public interface CoverageSink {
    /** Takes a file; the same file may come several times. */
    void file(FileCoverage file);

    /** Takes a directory that the paths of the files after it may start from. */
    default void sourceRoot(String directory) {}

    /** Takes a warning. */
    void warning(CoverageWarning warning);
}
