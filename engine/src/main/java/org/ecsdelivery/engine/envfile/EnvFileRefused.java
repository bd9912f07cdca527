package org.ecsdelivery.engine.envfile;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** An env file that cannot be made: names every variable that is in the way, and never a value. */
public final class EnvFileRefused extends EngineException {
    private static final long serialVersionUID = 1L;

    private final transient List<EnvProblem> problems;

    EnvFileRefused(FailureKind kind, String fact, List<EnvProblem> problems, String remedy) {
        super(kind, fact, problems.stream().map(EnvProblem::line).collect(Collectors.joining("; ")), remedy);
        this.problems = List.copyOf(problems);
    }

    /** Returns the problem of each variable, in the order of the file. */
    public List<EnvProblem> problems() {
        return problems;
    }
}
