package jetbrains.buildServer.messages.serviceMessages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceMessageTest {
    @Test
    void escapesWhatTheDocumentationListsAsSpecial() {
        assertThat(ServiceMessage.asString("message", Map.of("text", "a'b|c[d]\r\né")))
                .isEqualTo("##teamcity[message text='a|'b||c|[d|]|r|n|0x00e9']");
    }

    @Test
    void readsBackWhatItWrote() throws ParseException {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", "env.X");
        attributes.put("value", "one'two|[three]\nfour \u2713 \u0085");
        ServiceMessage read = ServiceMessage.parse(ServiceMessage.asString("setParameter", attributes));
        assertThat(read.getMessageName()).isEqualTo("setParameter");
        assertThat(read.getAttributes()).isEqualTo(attributes);
    }

    @Test
    void readsAnUnnamedValue() throws ParseException {
        assertThat(ServiceMessage.parse("##teamcity[publishArtifacts 'a/b => c']")
                        .getArgument())
                .isEqualTo("a/b => c");
    }

    @Test
    void leavesOrdinaryTextAlone() throws ParseException {
        assertThat(ServiceMessage.parse("pushed [layer] 1 of 2")).isNull();
    }

    @Test
    void refusesAMessageWithoutEnd() {
        assertThatThrownBy(() -> ServiceMessage.parse("##teamcity[message text='open]"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("has no end");
    }

    @Test
    void refusesAValueWithoutQuotes() {
        assertThatThrownBy(() -> ServiceMessage.parse("##teamcity[message text=plain]"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("' was expected");
    }
}
