package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.envfile.ParameterStore.Stored;
import org.junit.jupiter.api.Test;

/** What an env file may expect of Systems Manager, in memory and over the wire alike. */
public abstract class ParameterStoreContract {
    /** Returns the port. */
    protected abstract ParameterStore parameters();

    /** Puts a parameter that everybody may read and returns its ARN. */
    protected abstract String plain(String name, String value);

    /** Puts a SecureString and returns its ARN. */
    protected abstract String secure(String name, String value);

    @Test
    void givesWhatLiesBelowAPathAtAnyDepth() {
        plain("/shop/prod/url", "https://shop");
        plain("/shop/prod/db/host", "db");
        plain("/shop/production/url", "another");
        plain("/shop/prod", "of the path itself");

        assertThat(parameters().below("/shop/prod"))
                .extracting(Stored::name)
                .containsExactly("/shop/prod/db/host", "/shop/prod/url");
    }

    @Test
    void givesMoreThanFitOnAPage() {
        IntStream.range(0, 25).forEach(each -> plain("/shop/p%02d".formatted(each), "v" + each));

        assertThat(parameters().below("/shop"))
                .extracting(Stored::value)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(each -> "v" + each).toList());
    }

    @Test
    void givesNothingWhereNothingIs() {
        assertThat(parameters().below("/none")).isEmpty();
    }

    @Test
    void givesSecureOnesDecryptedAndSaysThatTheyAre() {
        String arn = secure("/shop/password", "hunter2");
        plain("/shop/url", "https://shop");

        assertThat(parameters().below("/shop"))
                .containsExactly(
                        new Stored("/shop/password", arn, "hunter2", true),
                        new Stored("/shop/url", arn.replace("password", "url"), "https://shop", false));
        assertThat(parameters().named(List.of("/shop/password")))
                .containsExactly(new Stored("/shop/password", arn, "hunter2", true));
    }

    @Test
    void leavesBlanksLinesAndEveryCharacterOfAValue() {
        String value = "  a\t\"b\" \\ 'c' $d\n\r\n \u00e4\u20ac\ud83d\ude00 ";
        plain("/shop/odd", value);

        assertThat(parameters().below("/shop")).extracting(Stored::value).containsExactly(value);
    }

    @Test
    void givesNamedOnesAndLeavesOutWhatIsNotThere() {
        String arn = plain("/shop/url", "https://shop");
        plain("level", "debug");

        assertThat(parameters().named(List.of("level", "/shop/none", arn)))
                .extracting(Stored::name)
                .containsExactlyInAnyOrder("level", "/shop/url");
    }

    @Test
    void givesMoreNamedOnesThanFitInOneQuestion() {
        List<String> names =
                IntStream.range(0, 23).mapToObj(each -> "/shop/p" + each).toList();
        names.forEach(each -> plain(each, "v"));

        assertThat(parameters().named(names)).extracting(Stored::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void showsNoValue() {
        secure("/shop/password", "hunter2");

        assertThat(parameters().below("/shop").toString()).doesNotContain("hunter2");
    }
}
