package org.ecsdelivery.common.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;

/** A handover as lines of fields. */
final class HandoverText {
    private static final String FIRST_LINE = "ecs-delivery-policy 1";

    private static final Set<String> KINDS =
            Set.of("personal", "branch", "starter", "policy", "unreadable", "watched", "refusal");

    private final List<List<String>> lines;

    private HandoverText(List<List<String>> lines) {
        this.lines = lines;
        lines.stream()
                .map(line -> line.get(0))
                .filter(kind -> !KINDS.contains(kind))
                .findFirst()
                .ifPresent(kind -> {
                    throw new IllegalArgumentException("it has a line '" + kind + "'");
                });
    }

    static String write(PolicyHandover handover) {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST_LINE);
        PolicedBuild build = handover.build();
        lines.add(line("personal", Stream.of(Boolean.toString(build.personal()))));
        lines.add(line(
                "branch",
                Stream.concat(
                        Stream.of(Boolean.toString(build.branch().isDefault())), build.branch().names().stream())));
        lines.add(line(
                "starter",
                Stream.concat(
                        Stream.of(build.starter().user().orElse("")),
                        build.starter().groups().stream().sorted())));
        handover.policy().sorted().stream().map(HandoverText::line).forEach(lines::add);
        handover.policy()
                .unreadable()
                .forEach(each -> lines.add(line(
                        "unreadable",
                        Stream.of(each.source().project(), each.source().feature(), each.problem()))));
        handover.watched()
                .forEach(place -> lines.add(line(
                        "watched",
                        Stream.of(
                                place.cluster().value(),
                                place.service().map(ServiceName::value).orElse("")))));
        handover.refusals().forEach(text -> lines.add(line("refusal", Stream.of(text))));
        return String.join("\n", lines);
    }

    static PolicyHandover read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw new IllegalArgumentException("it does not begin with '" + FIRST_LINE + "'");
        }
        HandoverText told = new HandoverText(
                lines.stream().skip(1).map(HandoverText::fields).toList());
        return new PolicyHandover(told.policy(), told.build(), told.watched(), told.refusals());
    }

    private EffectivePolicy policy() {
        return new EffectivePolicy(
                all("policy").map(line -> placed(line)).collect(Collectors.toSet()),
                all("unreadable")
                        .map(line -> new UnreadablePolicy(source(line), at(line, 3)))
                        .collect(Collectors.toSet()));
    }

    private PolicedBuild build() {
        List<String> branch = one("branch");
        List<String> starter = one("starter");
        return new PolicedBuild(
                !at(one("personal"), 1).equals("false"),
                new BuildBranch(branch.subList(2, branch.size()), at(branch, 1).equals("true")),
                new Starter(
                        Optional.of(at(starter, 1)).filter(name -> !name.isEmpty()),
                        new HashSet<>(starter.subList(2, starter.size()))));
    }

    private Set<Place> watched() {
        return all("watched").map(line -> place(at(line, 1), at(line, 2))).collect(Collectors.toSet());
    }

    private List<String> refusals() {
        return all("refusal").map(line -> at(line, 1)).toList();
    }

    private Stream<List<String>> all(String kind) {
        return lines.stream().filter(line -> line.get(0).equals(kind));
    }

    private List<String> one(String kind) {
        return all(kind)
                .filter(line -> line.size() > 1)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it has no line '" + kind + "'"));
    }

    private static PlacedPolicy placed(List<String> line) {
        // the project and the id must be there, or there is nothing to cut off
        PolicySource source = source(line);
        return new PlacedPolicy(source, policy(line.subList(3, line.size())));
    }

    private static PolicySource source(List<String> fields) {
        return new PolicySource(at(fields, 1), at(fields, 2));
    }

    private static Place place(String cluster, String service) {
        return new Place(
                new ClusterName(cluster), service.isEmpty() ? Optional.empty() : Optional.of(new ServiceName(service)));
    }

    private static DeployPolicy policy(List<String> assignments) {
        Map<String, String> given = new HashMap<>();
        for (String each : assignments) {
            int equals = each.indexOf('=');
            given.put(each.substring(0, Math.max(equals, 0)), each.substring(equals + 1));
        }
        Parsed<DeployPolicy> parsed = PolicyParameters.parse(given);
        if (parsed instanceof Parsed.Valid<DeployPolicy> valid) {
            return valid.settings();
        }
        throw new IllegalArgumentException(parsed.invalidParameters().stream()
                .map(InvalidParameter::sentence)
                .collect(Collectors.joining(" ")));
    }

    private static String at(List<String> fields, int index) {
        if (index >= fields.size()) {
            throw new IllegalArgumentException("its line '" + fields.get(0) + "' is too short");
        }
        return fields.get(index);
    }

    private static String line(PlacedPolicy placed) {
        return line(
                "policy",
                Stream.concat(
                        Stream.of(placed.source().project(), placed.source().feature()),
                        PolicyParameters.of(placed.policy()).entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())));
    }

    private static String line(String kind, Stream<String> fields) {
        return Stream.concat(Stream.of(kind), fields.map(HandoverText::escaped)).collect(Collectors.joining("\t"));
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("\t", -1)).map(HandoverText::unescaped).toList();
    }

    /** What lines and fields are told apart by, and what TeamCity reads as a reference, must not stand in a field. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < ' ' || each == '%' || each == '\\' || each == '\u0085' || each == '\u2028' || each == '\u2029') {
                escaped.append('\\').append(String.format("%04x", (int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                if (at + 5 > text.length()) {
                    throw new IllegalArgumentException("it ends within an escaped character");
                }
                plain.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }
}
