package org.ecsdelivery.dist.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;

/** The templates of this project. */
final class Templates {
    /** Their folder, from the folder of this module. */
    private static final Path FOLDER = Path.of("..", "infrastructure");

    private Templates() {}

    static Template read(String name) throws IOException {
        return Template.of(Files.readString(FOLDER.resolve(name)));
    }
}
