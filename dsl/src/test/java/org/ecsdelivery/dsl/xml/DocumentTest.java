package org.ecsdelivery.dsl.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static Document read(String text) {
        return Document.read("a.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatItWrote() {
        Element root = Element.of("a")
                .with("v", "<>&\"'\t\n\r🚦")
                .containing(
                        new Comment(" kept "),
                        Element.of("empty"),
                        Element.of("text").containing(" a\n <>&\r🚦 "),
                        Element.of("code").containing(new Cdata("<x>\n&amp;\n")));

        Document again = Document.read("a.xml", Document.of(root).bytes());

        assertThat(again.root()).isEqualTo(root);
        assertThat(again.isAsTeamCityWritesIt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a></a>\n",
                HEAD + "<a />\n",
                HEAD + "<a />\r\n\r\n",
                "\uFEFF" + HEAD + "<a />\n\n",
                HEAD + "<!-- mine --><a />\n\n",
                HEAD + "<a b='c' />\n\n",
                HEAD + "<a   b=\"c\"\n   d=\"e\"/>\n\n",
                HEAD + "<a>\n\t<b/>\n</a>\n\n",
                HEAD + "<a v=\"&#10;&apos;\" />\n\n",
                "<?xml version='1.0'?><a>some <b/> mixed</a><!-- end -->"
            })
    void writesBackWhatPeopleWroteInTheirOwnForm(String text) {
        Document document = read(text);

        assertThat(document.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(document.isAsTeamCityWritesIt()).isFalse();
    }

    @Test
    void goesOverToTeamCitysFormWhenSomethingIsChanged() {
        Document changed = read("<a><b x='1'/></a>").changed(root -> root.with("uuid", "1"));

        assertThat(new String(changed.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(HEAD + "<a uuid=\"1\">\n  <b x=\"1\" />\n</a>\n\n");
    }

    @Test
    void keepsItsBytesWhenAChangeChangesNothing() {
        Document document = read("<a b='c'/>");

        assertThat(document.changed(root -> root.with("b", "c"))).isSameAs(document);
    }

    @Test
    void keepsTheOrderOfAttributes() {
        assertThat(read("<a z=\"1\" b=\"2\" m=\"3\"/>").root().attributes())
                .extracting(Attribute::name)
                .containsExactly("z", "b", "m");
    }

    @Test
    void knowsTheLineOfEachElement() {
        Element root = read(HEAD + "<a>\n  <b>\n    <c />\n  </b>\n</a>\n\n").root();

        assertThat(root.all().map(Element::origin))
                .extracting(Origin::text)
                .containsExactly("a.xml:2", "a.xml:3", "a.xml:4");
    }

    @Test
    void takesWhiteSpaceForAValueWhereNothingElseStands() {
        assertThat(read("<a><b> </b></a>").root().elements().get(0).text()).isEqualTo(" ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a.xml:1: an element is expected here, but there is the end of the file",
                "hello|a.xml:1: an element is expected here, but there is 'hello'",
                "<!DOCTYPE a><a/>|a.xml:1: an element is expected here, but there is '<!DOCTYPE a><a/>'",
                "<a>|a.xml:1: a is not closed",
                "<a></b>|a.xml:1: a is closed as b",
                "<a/><b/>|a.xml:1: after the end of a there is still '<b/>'",
                "<a b=1/>|a.xml:1: '\"' is expected here, but there is '1/>'",
                "<a b=\"1\" b=\"2\"/>|a.xml:1: attribute b of a is given twice",
                "<a b=\"<\"/>|a.xml:1: an attribute holds a bare '<'",
                "<a b=\"1/>|a.xml:1: an attribute begins here and has no end",
                "<a>&nbsp;</a>|a.xml:1: '&nbsp;' is no character that XML knows",
                "<a>&#0;</a>|a.xml:1: '&#0;' is no character that XML knows",
                "<a>a & b</a>|a.xml:1: '& b' is no character that XML knows",
                "<a>&#99999999999;</a>|a.xml:1: '&#99999999999;' is no character",
                "<a><?php ?></a>|a.xml:1: a processing instruction stands inside a",
                "<a><![CDATA[x</a>|a.xml:1: a CDATA section begins here and has no end",
                "<a|a.xml:1: a name is expected here, but there is the end of the file",
                "< a/>|a.xml:1: a name is expected here, but there is 'a/>'"
            })
    void tellsWhereAndWhyAFileIsNoXml(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(XmlProblem.class).hasMessageStartingWith(message);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> Document.read("a.xml", new byte[] {'<', (byte) 0xE4, '/', '>'}))
                .hasMessageStartingWith("a.xml:1: the file is not in UTF-8");
    }

    @Test
    void refusesABareControlCharacter() {
        assertThatThrownBy(() -> read("<a>\n\u0001</a>")).hasMessageStartingWith("a.xml:2: character U+0001");
    }

    @Test
    void refusesAFileThatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> read("<a>".repeat(100_000)))
                .isInstanceOf(XmlProblem.class)
                .hasMessageContaining("nested");
    }
}
