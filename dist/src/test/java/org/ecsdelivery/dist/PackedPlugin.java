package org.ecsdelivery.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The zip that an administrator installs, read once for all tests of it. */
record PackedPlugin(ZipFiles files, ZipFiles agentFiles, PackedHalf server, PackedHalf agent) {
    private static final PackedPlugin PACKED = read(zip());

    static PackedPlugin packed() {
        return PACKED;
    }

    /** Returns the zip that was packed last; Maven tells where it is. */
    static Path zip() {
        return Path.of(System.getProperty("packed.zip", "target/ecs-delivery.zip"));
    }

    Stream<PackedHalf> halves() {
        return Stream.of(server, agent);
    }

    Stream<PackedJar> jars() {
        return halves().flatMap(half -> half.jars().stream());
    }

    private static PackedPlugin read(Path zip) {
        ZipFiles files = ZipFiles.of(zip);
        ZipFiles agentFiles = ZipFiles.of(files.content("agent/ecs-delivery.zip"));
        return new PackedPlugin(
                files,
                agentFiles,
                half("ecs-delivery-server", files, "server/"),
                half("ecs-delivery-agent", agentFiles, "lib/"));
    }

    private static PackedHalf half(String module, ZipFiles files, String folder) {
        List<PackedJar> jars =
                files.below(folder).files().stream().map(PackedJar::of).toList();
        return new PackedHalf(module, Descriptor.parse(files.content("teamcity-plugin.xml")), jars);
    }
}
