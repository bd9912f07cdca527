package org.ecsdelivery.dsl;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.check.Problem;

/** Settings that TeamCity would refuse, with every reason. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    SettingsRefused(List<Problem> problems) {
        super("Nothing was written, because of " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + ":\n" + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns the reasons. */
    public List<Problem> problems() {
        return problems;
    }
}
