package org.ecsdelivery.engine.envfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.engine.envfile.dialect.DialectRule;
import org.ecsdelivery.engine.envfile.dialect.Inexpressible;
import org.ecsdelivery.engine.failure.FailureKind;

/** Writes variables into a file from which the consumer of a dialect reads exactly their values. */
public final class EnvFileText {
    private final DialectRule rule;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> written = new HashSet<>();
    private final List<EnvProblem> problems = new ArrayList<>();
    private boolean first = true;

    private EnvFileText(DialectRule rule) {
        this.rule = rule;
    }

    /**
     * Returns the file's bytes.
     *
     * @throws EnvFileRefused when a variable cannot be written; it names every one of them
     */
    public static byte[] of(EnvFileDialect dialect, List<EnvVariable> variables) {
        EnvFileText file = new EnvFileText(DialectRule.of(dialect));
        variables.forEach(file::add);
        return file.finish(dialect);
    }

    /**
     * Returns the file's bytes in the order of a template, with its comments where the dialect has comments. What the template does
     * not name stands behind.
     *
     * @param variables what {@link EnvMerge} made of the sources and this template
     * @throws EnvFileRefused when a variable cannot be written; it names every one of them
     */
    public static byte[] of(EnvFileDialect dialect, List<EnvVariable> variables, EnvTemplate template) {
        EnvFileText file = new EnvFileText(DialectRule.of(dialect));
        TemplateOrder order = new TemplateOrder(variables);
        template.lines().forEach(line -> order.place(line, file::add, file::addComment));
        order.rest().forEach(file::add);
        return file.finish(dialect);
    }

    /** Returns a value as the dialect writes it behind {@code NAME=}, which masking must know too; empty when it cannot. */
    public static Optional<String> written(EnvFileDialect dialect, EnvVariable variable) {
        try {
            return Optional.of(DialectRule.of(dialect).value(variable.value()));
        } catch (Inexpressible cannot) {
            return Optional.empty();
        }
    }

    private void add(EnvVariable variable) {
        try {
            String entry = rule.entry(variable.name(), variable.value());
            if (!written.add(variable.name())) {
                throw new Inexpressible("it is there twice", "leave one of them out");
            }
            text.append(first ? "" : rule.between()).append(entry);
            first = false;
        } catch (Inexpressible cannot) {
            problems.add(new EnvProblem(variable.name(), cannot.reason(), cannot.remedy()));
        }
    }

    private void addComment(String line) {
        rule.comment(line).ifPresent(text::append);
    }

    private byte[] finish(EnvFileDialect dialect) {
        if (!problems.isEmpty()) {
            String count = problems.size() == 1 ? "1 variable" : problems.size() + " variables";
            throw new EnvFileRefused(
                    FailureKind.ENV_FILE_INEXPRESSIBLE,
                    count + " cannot be written into an env file that " + dialect.word() + " reads",
                    problems,
                    "");
        }
        return (rule.opening() + text + rule.closing(text)).getBytes(StandardCharsets.UTF_8);
    }
}
