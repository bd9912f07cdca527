package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    @TempDir
    private Path directory;

    @Test
    void copiesFilesOfAllDirectories() throws Exception {
        Path sources = Files.createDirectories(directory.resolve("sources/src/shop"));
        Files.writeString(sources.resolve("Basket.java"), "class Basket {}");

        Path checkout = Checkout.of(directory.resolve("sources"), directory.resolve("checkout"));

        assertThat(checkout.resolve("src/shop/Basket.java")).hasContent("class Basket {}");
    }

    @Test
    void saysWhatCannotBeCopied() {
        Path absent = directory.resolve("absent");

        assertThatThrownBy(() -> Checkout.of(absent, directory.resolve("checkout")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The sources in " + absent + " cannot be copied");
    }

    @Test
    void takesOverAFileFromElsewhere() throws Exception {
        Path template = Files.writeString(directory.resolve("pipeline.yaml"), "Resources: {}");

        Checkout.add(template, directory.resolve("checkout/infrastructure"));

        assertThat(directory.resolve("checkout/infrastructure/pipeline.yaml")).hasContent("Resources: {}");
    }
}
