package org.ecsdelivery.sandbox.envfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.EnvFileDialect;

/** What takes the place of committed env files: a template, build parameters and the feature in Java. Shows no value that looks secret. */
final class MigrationProposal {
    private final List<CommittedFile> files;
    private final EnvFileDialect dialect;
    private final Set<String> names = new LinkedHashSet<>();

    MigrationProposal(List<CommittedFile> files, EnvFileDialect dialect) {
        this.files = List.copyOf(files);
        this.dialect = dialect;
        files.forEach(file -> names.addAll(file.values().keySet()));
    }

    /** Returns the files that it proposes, by their names. */
    Map<String, String> files() {
        return Map.of(".env.template", template(), "env-file-parameters.txt", parameters(), "EnvFiles.java", java());
    }

    private String template() {
        return names.stream()
                .filter(this::isEverywhere)
                .map(this::templateLines)
                .collect(Collectors.joining());
    }

    private String templateLines(String name) {
        CommittedFile first = holders(name).get(0);
        String comments = first.comments().getOrDefault(name, List.of()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return isDefault(name)
                ? comments + name + "=" + quoted(first.value(name)) + "\n"
                : comments + name + "= # required" + (isSecret(name) ? ", a secret" : "") + "\n";
    }

    private String parameters() {
        StringBuilder text = new StringBuilder(
                "# Build parameters of each environment. A % of a value is %% here, as TeamCity wants it.\n");
        for (CommittedFile file : files) {
            text.append("\n# ").append(file.environment()).append('\n');
            file.values().forEach((name, value) -> {
                if (isSecret(name)) {
                    text.append("env-file.")
                            .append(name)
                            .append("  (password; its value stands in ")
                            .append(file.path())
                            .append(")\n");
                } else if (!isDefault(name)) {
                    text.append("env-file.")
                            .append(name)
                            .append('=')
                            .append(onOneLine(value))
                            .append('\n');
                }
            });
        }
        return text.toString();
    }

    private String java() {
        String required = names.stream()
                .filter(this::isEverywhere)
                .filter(name -> !isDefault(name))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        return """
                import org.ecsdelivery.common.settings.EnvFileDialect;
                import org.ecsdelivery.dsl.EnvFile;

                class EnvFiles {
                    static EnvFile envFile() {
                        return EnvFile.at(".env")
                                .readBy(EnvFileDialect.%s)
                                .template(".env.template")%s;
                    }
                }
                """.formatted(dialect.name(), required.isEmpty() ? "" : "\n                .require(" + required + ")");
    }

    private List<CommittedFile> holders(String name) {
        return files.stream().filter(file -> file.values().containsKey(name)).toList();
    }

    private boolean isEverywhere(String name) {
        return holders(name).size() == files.size();
    }

    /** What is the same everywhere and no secret may stay in the repository. */
    private boolean isDefault(String name) {
        return isEverywhere(name)
                && !isSecret(name)
                && files.stream().map(file -> file.value(name)).distinct().count() == 1;
    }

    private boolean isSecret(String name) {
        return holders(name).stream().anyMatch(file -> SecretSigns.in(name, file.value(name)));
    }

    private static String quoted(String value) {
        boolean plain = value.matches("[A-Za-z0-9_./:@%+,=-]*");
        return plain ? value : '"' + escaped(value).replace("\"", "\\\"").replace("${", "$${") + '"';
    }

    private static String onOneLine(String value) {
        return (value.contains("\n") ? escaped(value) + "  (\\n stands for a line break)" : value).replace("%", "%%");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
