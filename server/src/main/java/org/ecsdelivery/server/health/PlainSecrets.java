package org.ecsdelivery.server.health;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;

/** A variable whose name says secret, with its value in plain text in the settings; tells the name only. */
final class PlainSecrets implements RiskRule {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|token|api_?key|private_?key|access_?key|credential).*");

    /** What only points to a secret: a path, a name, an ARN, an address of where to get one. */
    private static final Pattern POINTS = Pattern.compile("(?i).*_(file|path|arn|name|id|url|uri|ttl|header|type)");

    private final List<Parameter> fields;
    private final String remedy;

    PlainSecrets(String remedy, Parameter... fields) {
        this.fields = List.of(fields);
        this.remedy = remedy;
    }

    @Override
    public Stream<Risk> in(Map<String, String> settings, Surroundings around) {
        return fields.stream()
                .flatMap(field -> lines(settings, field)
                        .filter(PlainSecrets::isPlain)
                        .map(line ->
                                risk(field, line.substring(0, line.indexOf('=')).strip())));
    }

    private Risk risk(Parameter field, String name) {
        return new Risk(
                ItemSeverity.WARN,
                field,
                "holds the value of " + name + " in plain text",
                "Whoever may view the settings reads it, and so does everybody who reads versioned settings.",
                remedy);
    }

    private static Stream<String> lines(Map<String, String> settings, Parameter field) {
        return settings.getOrDefault(field.name(), "").lines().map(String::strip);
    }

    private static boolean isPlain(String line) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            return false;
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        return SECRET.matcher(name).matches()
                && !POINTS.matcher(name).matches()
                && !value.isEmpty()
                && !References.UNRESOLVED.defers(value);
    }
}
