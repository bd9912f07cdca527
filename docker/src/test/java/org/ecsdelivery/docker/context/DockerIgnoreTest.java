package org.ecsdelivery.docker.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules one by one; that {@code docker build} reads them the same way is proved on a Docker Engine. */
class DockerIgnoreTest {

    /** Reads rules that are written with ';' between the lines. */
    private static DockerIgnore rules(String lines) {
        return DockerIgnore.parse(lines.replace(';', '\n'));
    }

    @ParameterizedTest(name = "{0} leaves out {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "build, build",
                "build, build/out/a.bin",
                "/build, build/a",
                "build/, build/a",
                "./build, build/a",
                "a/../build, build",
                "a//b, a/b",
                "*.md, README.md",
                "*/*.md, docs/a.md",
                "*/temp*, some/temporary/file",
                "temp?, tempa",
                "**/*.log, a.log",
                "**/*.log, a/b/c.log",
                "**/node_modules, web/node_modules/x/index.js",
                "**/er, deep/er/util.js",
                "app/**, app/a",
                "app/**/keep, app/keep",
                "app/**/keep, app/a/b/keep",
                "**, anything/at/all",
                "a**c, ab/c",
                "one[0-9], one1",
                "one[^0-9], oneX",
                "x[a&&b], x&",
                "x[[], x[",
                "[a\\]b]c, ]c",
                "\\*, *",
                "\\#a, #a",
                "a+b(c){1}|$, a+b(c){1}|$",
                "a.b, a.b",
                "?, 😀",
                "Gr*, Grüße",
                "build;!build;build, build/a",
                "!build/keep;build, build/keep",
                "**foo, a/barfoo",
                "\\d*, 1a",
                "a|b*, ax/y",
                "b/**/main.js;![ab], b/x/main.js",
                "/../a, a",
                "{a*, {ab",
                "a{2}*, aab",
                "a**, abc/d",
            })
    void leavesOut(String lines, String path) {
        assertThat(rules(lines).excludes(path)).isTrue();
    }

    @ParameterizedTest(name = "{0} takes in {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "build, builds",
                "build, src/build",
                "*.md, docs/a.md",
                "*/*.md, a.md",
                "*/*.md, a/b/c.md",
                "temp?, temp",
                "temp?, tempab",
                "a?b, a/b",
                "one[0-9], oneX",
                "a.b, axb",
                "app/**, app",
                "#build, build",
                "*;!README.md, README.md",
                "build;!build/keep, build/keep",
                "build;!build/keep, build/keep/deep",
                "**/*.js;!**/main.js, app/main.js",
                "docs;!docs/a;docs/a/b;!docs/a/b/c, docs/a/b/c",
                "/, a",
                "., a",
                "../build, build",
                "x^y*, x^yz",
                "a;./!a, a",
                "**/foo, a/barfoo",
                "?, 😀😀",
            })
    void takesIn(String lines, String path) {
        assertThat(rules(lines).excludes(path)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "  build  ",
                "\tbuild\t",
                "build\r",
                "\uFEFFbuild",
                "# comment\n\n   \nbuild",
                "! keep\nbuild",
                "build\u00A0",
                "\u0085build"
            })
    void readsALineAsDockerDoes(String text) {
        assertThat(DockerIgnore.parse(text).excludes("build")).isTrue();
    }

    @Test
    void takesAnIndentedHashForAFileName() {
        DockerIgnore rules = DockerIgnore.parse(" #build\n");
        assertThat(rules.excludes("#build")).isTrue();
    }

    @Test
    void keepsACarriageReturnInsideOfALine() {
        assertThat(DockerIgnore.parse("a\rb\n").excludes("b")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "!, excludes nothing",
        "!/, excludes nothing",
        "a\\, is no pattern",
        "\\u*, is no pattern",
        "[a-], is no pattern",
        "a[b, '''['' without '']'''",
        "a[], is no pattern",
        "x[z-a], is no pattern"
    })
    void refusesWhatIsNoPattern(String line, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DockerIgnore.parse("build\n" + line + "\n"))
                .withMessageContaining(line)
                .withMessageContaining(why);
    }

    @ParameterizedTest(name = "{0} looks into {1}: {2}")
    @CsvSource({
        "build, build, false",
        "build;!build/keep, build, true",
        "build;!build/a/keep, build/a, true",
        "build;!build/a/keep, build/b, false",
        "build;!other/keep, build, false",
        "*;!**/keep, any/where, true",
        "*;!a*/keep, abc, true",
        "*;!a/*/keep, b, false",
        "build;!buildings/a, build, false"
    })
    void looksIntoADirectoryThatIsLeftOutOnlyForAnException(String lines, String directory, boolean looks) {
        assertThat(rules(lines).mayKeepBelow(directory)).isEqualTo(looks);
    }

    @Test
    void keepsOneFileWhateverItsNameIs() {
        String name = "odd [name] *?\\";
        DockerIgnore rules = rules("*").keeping(name);
        assertThat(rules.excludes(name)).isFalse();
        assertThat(rules.excludes("odd n")).isTrue();
    }

    @Test
    void keepsAFileWithBlanksAtTheEndsOfItsName() {
        assertThat(rules("*").keeping("a ").excludes("a ")).isFalse();
        assertThat(rules("*").keeping(" a").excludes(" a")).isFalse();
    }

    @Test
    void leavesOneFileOutWhateverItsNameIs() {
        assertThat(DockerIgnore.parse("").leavingOut("!x").excludes("!x")).isTrue();
    }
}
