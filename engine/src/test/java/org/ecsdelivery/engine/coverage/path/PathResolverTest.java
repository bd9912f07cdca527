package org.ecsdelivery.engine.coverage.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.engine.coverage.path.Resolution.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathResolverTest {
    private static final CheckoutFiles FILES = CheckoutFiles.of(List.of(
            "src/app/cart.ts",
            "src/app/index.ts",
            "lib/index.ts",
            "packages/web/src/main.ts",
            "packages/api/src/main.ts",
            "web/src/main/java/shop/Page.java",
            "api/src/main/java/shop/Page.java",
            "Server/Models/Order.cs",
            "README.md"));

    private static PathResolver.OfReport report(String directory, String... rules) {
        return new PathResolver(
                        FILES,
                        "/opt/agent/work/7f",
                        Stream.of(rules).map(PathResolverTest::rule).toList())
                .report(directory);
    }

    private static PathRule rule(String text) {
        String[] sides = text.split("=>", 2);
        return new PathRule(sides[0], sides[1]);
    }

    private static Resolution found(String path, Way way) {
        return new Resolution(path, way);
    }

    @Test
    void takesThePathOfTheCheckoutAsItIs() {
        assertThat(report("").resolve("src/app/cart.ts")).isEqualTo(found("src/app/cart.ts", Way.CHECKOUT));
        assertThat(report("").resolve("/opt/agent/work/7f/src/app/cart.ts"))
                .isEqualTo(found("src/app/cart.ts", Way.CHECKOUT));
    }

    @Test
    void followsTheUsersRuleBeforeAllElse() {
        assertThat(report("", "/elsewhere => lib").resolve("/elsewhere/index.ts"))
                .isEqualTo(found("lib/index.ts", Way.RULE));
        assertThat(report("", "src/app=>lib").resolve("src/app/index.ts")).isEqualTo(found("lib/index.ts", Way.RULE));
    }

    @Test
    void followsARuleToTheCheckoutItselfAndToItsFullPath() {
        assertThat(report("", "/x/y=>.").resolve("/x/y/README.md")).isEqualTo(found("README.md", Way.RULE));
        assertThat(report("", "/x=>/opt/agent/work/7f").resolve("/x/README.md"))
                .isEqualTo(found("README.md", Way.RULE));
    }

    @Test
    void appliesARuleToWholeNamesOnly() {
        assertThat(report("", "/ap=>lib").resolve("/app/src/app/cart.ts").path())
                .isEqualTo("src/app/cart.ts");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/src/app/cart.ts",
        "/usr/src/app/src/app/cart.ts",
        "/github/workspace/src/app/cart.ts",
        "/home/runner/work/shop/shop/src/app/cart.ts",
        "/builds/group/shop/src/app/cart.ts",
        "C:\\BuildAgent\\work\\1a2b\\src\\app\\cart.ts",
        "D:\\a\\1\\s\\src\\app\\cart.ts",
        "file:///app/src/app/cart.ts",
        "webpack://shop/./src/app/cart.ts",
        "/app/./x/../src/app/cart.ts?vue&type=script"
    })
    void knowsWhereBuildsRun(String raw) {
        Resolution found = report("").resolve(raw);
        assertThat(found.path()).isEqualTo("src/app/cart.ts");
        assertThat(found.isFound()).isTrue();
    }

    @Test
    void takesTheOnlyFileThatEndsLikeThePath() {
        assertThat(report("").resolve("/somewhere/deep/app/cart.ts")).isEqualTo(found("src/app/cart.ts", Way.ENDING));
    }

    @Test
    void takesNoFileForItsNameAlone() {
        assertThat(report("").resolve("/somewhere/deep/cart.ts").way()).isEqualTo(Way.UNRESOLVED);
        assertThat(report("").resolve("cart.ts").way()).isEqualTo(Way.ENDING);
    }

    @Test
    void guessesNotBetweenSeveralFiles() {
        assertThat(report("").resolve("/x/src/main.ts")).isEqualTo(found("/x/src/main.ts", Way.AMBIGUOUS));
    }

    @Test
    void tellsModulesApartByTheNameOfTheGroup() {
        assertThat(report("").resolve("api/shop/Page.java").path()).isEqualTo("api/src/main/java/shop/Page.java");
    }

    @Test
    void tellsModulesApartByWhereTheReportLies() {
        assertThat(report("web/target/site/jacoco").resolve("shop/Page.java").path())
                .isEqualTo("web/src/main/java/shop/Page.java");
        assertThat(report("").resolve("shop/Page.java").way()).isEqualTo(Way.AMBIGUOUS);
    }

    @Test
    void triesTheSourceDirectoriesOfTheReportFirst() {
        PathResolver.OfReport report = report("");
        report.root("--source");
        report.root("/builds/a/b/lib");
        assertThat(report.resolve("index.ts").path()).isEqualTo("lib/index.ts");
    }

    @Test
    void ignoresTheCaseOfLettersOfWindows() {
        assertThat(report("").resolve("C:\\work\\server\\models\\order.cs").path())
                .isEqualTo("Server/Models/Order.cs");
        assertThat(report("").resolve("/work/server/models/order.cs").way()).isEqualTo(Way.UNRESOLVED);
    }

    @Test
    void neverLeavesTheCheckout() {
        assertThat(report("").resolve("../../etc/passwd").way()).isEqualTo(Way.UNRESOLVED);
        assertThat(report("", "/x=>../..").resolve("/x/etc/passwd").way()).isEqualTo(Way.UNRESOLVED);
    }

    @Test
    void believesPathsWhereNoFilesAreKnown() {
        PathResolver resolver = new PathResolver(CheckoutFiles.NONE, "/opt/w", List.of());
        assertThat(resolver.report("").resolve("/opt/w/a/../b.c")).isEqualTo(found("b.c", Way.BELIEVED));
    }

    @Test
    void refusesARuleWithoutADirectoryBeforeTheArrow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PathRule("./", "src"));
    }

    @Test
    void findsFilesOfGoByTheNamesOfTheirModules(@TempDir Path checkout) throws IOException {
        Files.createDirectories(checkout.resolve("tools/gen"));
        Files.createDirectories(checkout.resolve("node_modules/x"));
        Files.writeString(checkout.resolve("node_modules/x/cart.go"), "");
        Files.writeString(checkout.resolve("go.mod"), "// shop\nmodule example.com/shop\n\ngo 1.22\n");
        Files.writeString(checkout.resolve("tools/go.mod"), "module example.com/shop/tools\n");
        Files.writeString(checkout.resolve("cart.go"), "");
        Files.writeString(checkout.resolve("tools/gen/gen.go"), "");
        CheckoutFiles files = CheckoutFiles.in(checkout);
        PathResolver resolver = new PathResolver(files, checkout.toString(), GoModules.rules(checkout, files));
        assertThat(resolver.report("").resolve("example.com/shop/cart.go").path())
                .isEqualTo("cart.go");
        assertThat(resolver.report("")
                        .resolve("example.com/shop/tools/gen/gen.go")
                        .path())
                .isEqualTo("tools/gen/gen.go");
        assertThat(files.has("node_modules/x/cart.go")).isFalse();
    }
}
