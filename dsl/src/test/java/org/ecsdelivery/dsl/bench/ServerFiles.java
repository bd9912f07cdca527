package org.ecsdelivery.dsl.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;

/** What a server's settings look like on disk: everything has a uuid, and here and there somebody has changed a file by hand. */
final class ServerFiles {
    private static final int ONE_BY_HAND_OF = 100;

    private ServerFiles() {}

    /** Returns the files as a server commits them. */
    static SettingsTree committed(Settings settings) {
        return SettingsTree.of(settings.tree().entities().stream()
                .map(each -> each.withUuid(uuid(each)))
                .toList());
    }

    private static String uuid(Entity entity) {
        return UUID.nameUUIDFromBytes(entity.path().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Returns the same with what hands leave: comments, elements that nobody knows, steps in another order, options of old servers. */
    static SortedMap<String, byte[]> grown(Settings settings) {
        SortedMap<String, byte[]> files = new TreeMap<>(committed(settings).files());
        int number = 0;
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            String text = new String(each.getValue(), StandardCharsets.UTF_8);
            number++;
            each.setValue(changed(text, number % ONE_BY_HAND_OF).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static String changed(String text, int number) {
        return switch (number) {
            case 10 -> text.replace("    <requirements />\n", "    <!-- any agent -->\n    <requirements />\n");
            case 30 -> text.replace("    <cleanup />\n", "    <cleanup />\n    <acme-extra kind=\"x\" />\n");
            case 50 -> text.replace("order=\"tell, deploy\"", "order=\"deploy, tell\"");
            case 70 -> text.replace("<vcs-settings>", "<vcs-settings excluded=\"false\">");
            default -> text;
        };
    }

    static void write(SortedMap<String, byte[]> files, Path directory) throws IOException {
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = directory.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
    }
}
