package org.ecsdelivery.engine.report;

/**
 * What a container's exit code usually means. Codes above 128 are 128 plus the signal that ended the process
 * (POSIX shell convention, which container runtimes follow).
 */
final class ExitCode {
    private ExitCode() {}

    /** Returns the code with its meaning, such as {@code exit code 1 (the application ended with an error)}. */
    static String explained(int code) {
        String meaning = meaning(code);
        return "exit code " + code + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }

    private static String meaning(int code) {
        return switch (code) {
            case 0 -> "the application ended by itself without an error";
            case 1 -> "the application ended with an error";
            case 126 -> "the command cannot be executed";
            case 127 -> "the command was not found";
            case 134 -> "SIGABRT: the application aborted itself";
            case 137 -> "SIGKILL: out of memory, or still running when the stop timeout passed";
            case 139 -> "SIGSEGV: the application crashed on a memory access";
            case 143 -> "SIGTERM: the application was asked to end";
            default -> "";
        };
    }
}
