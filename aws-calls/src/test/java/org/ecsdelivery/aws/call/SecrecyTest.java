package org.ecsdelivery.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets never get into words. */
class SecrecyTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN==";

    private final BuildEnvironment build = new BuildEnvironment(Map.of(
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", SECRET,
            "AWS_SESSION_TOKEN", TOKEN));

    @Test
    void showsNoSecretOfAnythingThatPrintsItself() {
        Profiles profiles = Profiles.of(build, Optional.empty());
        FoundCredentials found = FoundCredentials.variables(build).orElseThrow();
        SeenSecrets seen = new SeenSecrets();
        FoundCredentials heard = seen.listening(found);
        assertThat(Stream.of(
                                profiles,
                                new RegionSearch(build, profiles),
                                found,
                                heard,
                                seen,
                                seen.all(),
                                Machine.of(build, InstantSource.system()))
                        .map(String::valueOf))
                .noneMatch(text -> text.contains(SECRET) || text.contains(TOKEN));
    }

    @Test
    void namesTheVariablesOfABuildWithoutTheirValues() {
        assertThat(build).hasToString("BuildEnvironment[AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN]");
    }

    @Test
    void masksTheLongerOfTwoSecretsFirst() {
        SeenSecrets seen = new SeenSecrets();
        seen.add("abc");
        seen.add("abcdef");
        assertThat(seen.masked("abcdef abc")).isEqualTo("*** ***");
    }

    @Test
    void masksNothingByAnEmptySecret() {
        SeenSecrets seen = new SeenSecrets();
        seen.add("");
        assertThat(seen.masked("plain")).isEqualTo("plain");
    }
}
