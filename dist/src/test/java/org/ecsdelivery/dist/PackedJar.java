package org.ecsdelivery.dist;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.dist.ZipFiles.ZippedFile;

/** One jar in a half of the plugin. */
record PackedJar(String name, byte[] bytes, List<PackedClass> classes) {
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.*)");

    /**
     * A class file.
     *
     * @param major its format; Java 17 reads up to 61
     * @param forJava the Java version it is for, 0 when for all
     */
    record PackedClass(String name, int major, int forJava) {}

    static PackedJar of(ZippedFile file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        List<PackedClass> classes = ZipFiles.of(file.content()).files().stream()
                .filter(entry -> entry.name().endsWith(".class"))
                .map(PackedJar::readClass)
                .toList();
        return new PackedJar(name, file.content(), classes);
    }

    boolean isOurs() {
        return name.startsWith("ecs-delivery-");
    }

    @Override
    public String toString() {
        return name;
    }

    private static PackedClass readClass(ZippedFile entry) {
        Matcher versioned = VERSIONED.matcher(entry.name());
        boolean forAll = !versioned.matches();
        String path = forAll ? entry.name() : versioned.group(2);
        return new PackedClass(
                path.replaceFirst("\\.class$", "").replace('/', '.'),
                ByteBuffer.wrap(entry.content()).getShort(6),
                forAll ? 0 : Integer.parseInt(versioned.group(1)));
    }
}
