package org.ecsdelivery.common.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;

/** Policies, builds and places to try them on; the same seed gives the same ones. */
final class Policies {
    private static final List<String> CLUSTERS = List.of("prod", "prod-eu", "staging");
    private static final List<String> SERVICES = List.of("api", "web", "api-admin");
    private static final List<String> PATTERNS =
            List.of("prod", "prod*/api", "*/api*", "staging/web", "*", "prod-eu/*");
    private static final List<String> BRANCHES = List.of("", "main", "<default>", "release/* main");
    private static final List<String> DEPLOYERS = List.of("", "alice", "group:OPS", "<automatic>, bob");
    private final Random random;

    Policies(long seed) {
        random = new Random(seed);
    }

    static DeployPolicy policy(String... given) {
        return read(mapOf(given)).settings();
    }

    static EffectivePolicy placed(String project, String... given) {
        return EffectivePolicy.of(new PolicySource(project, "PROJECT_EXT_1"), policy(given));
    }

    static Place place(String cluster, String service) {
        return Place.of(new ClusterName(cluster), new ServiceName(service));
    }

    static PolicedBuild build() {
        return new PolicedBuild(false, BuildBranch.only(), Starter.nobody());
    }

    EffectivePolicy effective() {
        EffectivePolicy all = EffectivePolicy.none();
        for (int more = random.nextInt(3); more > 0; more--) {
            all = all.and(single());
        }
        return all;
    }

    EffectivePolicy single() {
        return random.nextInt(12) == 0
                ? EffectivePolicy.unreadable(new PolicySource(one(CLUSTERS), "PROJECT_EXT_9"), "it is torn")
                : placed(
                        one(CLUSTERS),
                        "policy.environments",
                        one(PATTERNS),
                        "policy.branches",
                        one(BRANCHES),
                        "policy.deployers",
                        one(DEPLOYERS),
                        "policy.oneAtATime",
                        OneAtATime.values()[random.nextInt(4)].name(),
                        "policy.personalDeploys",
                        PersonalDeploys.values()[random.nextInt(2)].name(),
                        "policy.personalImages",
                        PersonalImages.values()[random.nextInt(2)].name());
    }

    Place place() {
        return random.nextInt(5) == 0
                ? new Place(new ClusterName(one(CLUSTERS)), Optional.empty())
                : place(one(CLUSTERS), one(SERVICES));
    }

    PolicedBuild anyBuild() {
        String branch = one(List.of("main", "release/2.1", "feature/x%y", "tab\there"));
        return new PolicedBuild(
                random.nextBoolean(),
                random.nextInt(4) == 0 ? BuildBranch.only() : new BuildBranch(List.of(branch), random.nextBoolean()),
                random.nextInt(4) == 0
                        ? Starter.nobody()
                        : new Starter(
                                Optional.of(one(List.of("alice", "Bob", "eve\\%"))),
                                random.nextBoolean() ? Set.of("OPS", "DEV") : Set.of()));
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Parsed.Valid<DeployPolicy> read(Map<String, String> given) {
        return (Parsed.Valid<DeployPolicy>) PolicyParameters.parse(given);
    }

    static Map<String, String> mapOf(String... given) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int at = 0; at < given.length; at += 2) {
            map.put(given[at], given[at + 1]);
        }
        return map;
    }
}
