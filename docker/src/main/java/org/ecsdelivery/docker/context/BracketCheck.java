package org.ecsdelivery.docker.context;

/** Finds what Go's {@code filepath.Match} calls a bad pattern. */
final class BracketCheck {
    private final String glob;
    private int at;

    private BracketCheck(String glob) {
        this.glob = glob;
    }

    /**
     * Looks through a pattern.
     *
     * @throws IllegalArgumentException when it is bad
     */
    static void of(String glob) {
        BracketCheck check = new BracketCheck(glob);
        while (check.at < glob.length()) {
            check.step(glob.charAt(check.at++));
        }
    }

    private void step(char c) {
        if (c == '[') {
            set();
        } else if (c == '\\' && at++ == glob.length()) {
            throw new IllegalArgumentException("'\\' at the end");
        }
    }

    private void set() {
        at += glob.startsWith("^", at) ? 1 : 0;
        do {
            end();
            if (glob.startsWith("-", at)) {
                at++;
                end();
            }
        } while (!glob.startsWith("]", at));
        at++;
    }

    /** Passes one end of a range; there must be something after it, at least the bracket that closes. */
    private void end() {
        if (glob.startsWith("-", at) || glob.startsWith("]", at)) {
            throw new IllegalArgumentException("'" + glob.charAt(at) + "' stands in brackets without '\\' before it");
        }
        at += glob.startsWith("\\", at) ? 2 : 1;
        if (at >= glob.length()) {
            throw new IllegalArgumentException("'[' without ']'");
        }
    }
}
