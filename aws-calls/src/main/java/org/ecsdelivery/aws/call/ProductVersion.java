package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this product, as AWS sees it in the user agent. */
final class ProductVersion {
    private ProductVersion() {}

    static String userAgent() {
        return "ecs-delivery/" + properties().getProperty("version");
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream file = ProductVersion.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(file, "version.properties is missing beside ProductVersion.class"));
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties beside ProductVersion.class cannot be read", e);
        }
        return properties;
    }
}
