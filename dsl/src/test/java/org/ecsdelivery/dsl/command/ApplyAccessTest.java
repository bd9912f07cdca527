package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked, by which way, and who gets to see the token. */
class ApplyAccessTest extends ApplyFixture {
    @Test
    void givesUpAServerThatStaysAway() {
        server.says(OLD).answers(503, "TeamCity server is starting");

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong())
                .contains("/status was answered with 503 (TeamCity server is starting). The server is busy or");
        assertThat(server.requests()).hasSize(3 + 5);
    }

    @Test
    void takesTheTokenNowhereElse() throws IOException {
        try (VersionedSettingsServer other = new VersionedSettingsServer()) {
            server.answersAtOnce(302, "", other.address() + "/login?secret=1");

            assertThat(apply()).isEqualTo(Outcome.FAILED);
            assertThat(wrong()).contains("302 (go to " + other.address() + "/login). The token is not taken elsewhere");
            assertThat(other.requests()).isEmpty();
        }
    }

    /** A port that is taken, and that nobody listens at. */
    @Test
    void tellsThatNobodyAnswers() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));

            assertThat(run("apply", "--server", "http://127.0.0.1:" + taken.getLocalPort()))
                    .isEqualTo(Outcome.FAILED);
            assertThat(wrong())
                    .contains("did not get through (ConnectException")
                    .contains("Look at --server, and at the proxy");
        }
    }

    @Test
    void tellsThatTheServerDoesNotSpeakTls() throws IOException {
        try (BrokenServer plain = new BrokenServer("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(run("apply", "--server", "https://localhost:" + plain.port()))
                    .isEqualTo(Outcome.FAILED);
            assertThat(wrong()).contains(" and this JDK do not agree on TLS (").contains("see --allow-http.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<versionedSettingsConfig"})
    void givesUpAnAnswerThatDoesNotEnd(String begun) throws IOException {
        try (BrokenServer silent = new BrokenServer(begun)) {
            ServerAddress address =
                    ServerAddress.of(Arguments.of(List.of("--server", "http://localhost:" + silent.port())));
            AccessToken token = AccessToken.of(Arguments.of(List.of()), checkout, new QuickMachine(environment));
            SettingsService service = new SettingsService(address, "Shop", token, Duration.ofMillis(500));

            assertThatThrownBy(service::config)
                    .isInstanceOf(NoAnswer.class)
                    .hasMessageContaining("/config was not answered within 0.5 s.");
        }
    }

    /** In a process of its own, with its real time, environment and proxy. */
    @Test
    void goesThroughTheProxyOfTheJdk() throws Exception {
        server.says(OLD).says(NEW);
        JavaProcess screen = JavaProcess.in(checkout).with(environment);
        screen.java("org.ecsdelivery.dsl.command.Init", "Shop", "https://github.com/acme/shop.git");
        String[] proxy = server.address().substring("http://".length()).split(":");

        int code = screen.java(
                "-Dhttp.proxyHost=" + proxy[0],
                "-Dhttp.proxyPort=" + proxy[1],
                "ci/ShopSettings.java",
                "apply",
                "--server",
                "http" + "://teamcity.invalid",
                "--allow-http",
                "teamcity.invalid");

        assertThat(screen.output())
                .startsWith("Asked http" + "://teamcity.invalid to load")
                .doesNotContain(TOKEN);
        assertThat(code).isZero();
        assertThat(server.requests()).hasSize(4).allMatch(each -> each.contains("://teamcity.invalid/app/rest/"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a process without telling it")
    void saysThatTheServerGoesOnWhenItIsStopped() throws Exception {
        server.says(OLD).says(LOADING);
        JavaProcess screen = JavaProcess.in(checkout).with(environment);
        screen.java("org.ecsdelivery.dsl.command.Init", "Shop", "https://github.com/acme/shop.git");

        Process apply = screen.start("java", "ci/ShopSettings.java", "apply", "--server", server.address());
        server.awaitRequests(5);
        apply.destroy();

        assertThat(apply.waitFor()).isEqualTo(143);
        assertThat(screen.output()).endsWith("""
                          Loading project settings from VCS...
                        Stopped waiting. The server goes on loading the settings of Shop; what becomes of it stands under Versioned Settings there.
                        """);
    }

    @Test
    void takesTheTokenFromAFile() throws IOException {
        environment = Map.of();
        Files.writeString(checkout.resolve("token"), TOKEN + "\n");
        server.says(OLD).says(NEW);

        assertThat(apply("--token-file", "token")).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "t\u00f6ken"})
    void tellsNothingOfATokenThatCannotBeOne(String token) {
        environment = Map.of("TEAMCITY_TOKEN", token);

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("The variable TEAMCITY_TOKEN ").doesNotContain("two words", "t\u00f6ken");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void wantsATokenButNotAmongTheArguments() {
        assertThat(apply("--token", TOKEN)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("A token among the arguments could be read by every user");

        environment = Map.of();
        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("There is no token to show the server.");

        assertThat(apply("--token-file", "nothing")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("The file nothing of --token-file cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://jane:secret@teamcity.acme.com|has a user in it",
                "ftp://teamcity.acme.com|is no address of https",
                "teamcity.acme.com|is no address of a server",
                "https://teamcity.acme.com?x=1|is no address of a server",
                "https:// x|is no address"
            })
    void refusesWhatIsNoAddress(String address, String reason) {
        assertThat(run("apply", "--server", address)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains(reason).doesNotContain("secret@");
    }

    @Test
    void sendsNoTokenWhereOthersCanReadIt() {
        String remote = "http" + "://teamcity.invalid";

        assertThat(run("apply", "--server", remote)).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("Everyone on the way to teamcity.invalid could read the token");
        assertThat(run("apply", "--server", remote, "--allow-http", "other.invalid"))
                .isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("Everyone on the way");
        assertThat(ServerAddress.of(Arguments.of(List.of("--server", remote, "--allow-http", "teamcity.invalid"))))
                .hasToString(remote);
    }

    @Test
    void stopsWhenItIsInterrupted() {
        server.says(OLD);
        Thread.currentThread().interrupt();

        assertThat(apply()).isEqualTo(Outcome.FAILED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
