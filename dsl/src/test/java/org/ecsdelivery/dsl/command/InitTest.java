package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    private static final String URL = "https://github.com/acme/shop.git";
    private static final String FILE = "ci/ShopSettings.java";

    @TempDir
    Path checkout;

    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();

    private Outcome init(String... arguments) {
        Output output = new Output(
                new PrintStream(found, false, StandardCharsets.UTF_8),
                new PrintStream(wrong, false, StandardCharsets.UTF_8));
        return new Init(checkout, output).run(arguments);
    }

    private String wrong() {
        return wrong.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesAClassThatRunsAsItIs() throws Exception {
        JavaProcess screen = JavaProcess.in(checkout);

        assertThat(screen.java("org.ecsdelivery.dsl.command.Init", "Shop", URL)).isZero();
        assertThat(screen.output()).isEqualTo("""
                        Wrote ci/ShopSettings.java. With the jars of ecs-delivery-dsl and ecs-delivery-common in lib, run it by
                          java -cp 'lib/*' ci/ShopSettings.java generate
                        """);

        assertThat(screen.java(FILE, "generate")).isZero();
        assertThat(screen.output()).isEqualTo("""
                        created    Shop/buildTypes/Shop_Build.xml
                        created    Shop/project-config.xml
                        created    Shop/vcsRoots/Shop_Main.xml
                        .teamcity is what the settings say now: 3 files created, 0 changed, 0 removed.
                        """);
        Files.delete(checkout.resolve(".teamcity/Shop/vcsRoots/Shop_Main.xml"));
        assertThat(screen.java(FILE, "check")).isEqualTo(1);
    }

    @Test
    void changesNoFileThatIsThere() throws IOException {
        Files.createDirectories(checkout.resolve("ci"));
        Files.writeString(checkout.resolve(FILE), "mine");

        assertThat(init("Shop", URL)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is a file ci/ShopSettings.java already, and it stays as it is.");
        assertThat(checkout.resolve(FILE)).hasContent("mine");
    }

    @Test
    void refusesWhatIsNoId() {
        assertThat(init("_Root", URL)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("'_Root' is no id that TeamCity takes.");
        assertThat(checkout.resolve("ci")).doesNotExist();
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(init("Shop")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("Name the id of the project and the address of its git repository");
    }

    @Test
    void writesAnyAddressAsAText() throws IOException {
        init("Shop", "C:\\git\\\"shop\"");

        assertThat(checkout.resolve(FILE)).content().contains("\"C:\\\\git\\\\\\\"shop\\\"\"");
    }
}
