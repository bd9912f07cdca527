package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskDefinitionFileTest {
    @TempDir
    Path directory;

    private Path checkout;
    private CheckoutFile file;

    @BeforeEach
    void prepare() throws Exception {
        checkout = Files.createDirectory(directory.resolve("checkout"));
        Path work = Files.createDirectory(checkout.resolve("work"));
        file = new CheckoutFile(checkout, work, RevisionParameters.DEFINITION_FILE);
    }

    @Test
    void isReadFromTheWorkingDirectoryAndElsewhereInTheCheckout() throws Exception {
        Files.writeString(checkout.resolve("web.json"), "{\"é\":1}");
        assertThat(file.read("../web.json", 100)).isEqualTo("{\"é\":1}");
    }

    @Test
    void isRefusedOutsideOfTheCheckoutByWhateverWayItIsNamed() throws Exception {
        Path outside = Files.writeString(directory.resolve("secret.json"), "{}");
        Files.createSymbolicLink(checkout.resolve("link.json"), outside);
        for (String path : new String[] {"../../secret.json", outside.toString(), "../link.json"}) {
            assertThatThrownBy(() -> file.read(path, 100))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("Task definition file (deploy.taskDefinitionFile): '" + path + "' leads to")
                    .hasMessageContaining("outside of the checkout directory");
        }
    }

    @Test
    void isRefusedWhenItIsTooLargeOrNoTextOrNotThere() throws Exception {
        Files.write(checkout.resolve("large.json"), new byte[1025]);
        Files.write(checkout.resolve("bytes.json"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> file.read("../large.json", 1024)).hasMessageContaining("is larger than 1 KiB");
        assertThatThrownBy(() -> file.read("../bytes.json", 1024)).hasMessageContaining("is not text in UTF-8");
        assertThatThrownBy(() -> file.read("../none.json", 1024)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> file.read("..", 1024)).hasMessageContaining("is no file");
    }
}
