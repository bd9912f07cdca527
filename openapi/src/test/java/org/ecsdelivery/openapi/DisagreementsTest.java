package org.ecsdelivery.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisagreementsTest {
    private static final String NAME = "org/ecsdelivery/openapi/DisagreementsTest$Sample";
    private static final String RIGHT_KIND = "C " + NAME + " public abstract extends java/lang/Object";
    private static final List<String> RIGHT_MEMBERS = List.of(
            "  F LIMIT I public static final = 60",
            "  M <init>()V protected",
            "  M lines(Ljava/util/List;)I public throws java/io/IOException",
            "  M of(Ljava/lang/String;)L" + NAME + "; public static");

    /** A type to be held against lists of its own. */
    public abstract static class Sample {
        public static final int LIMIT = 60;

        protected Sample() {}

        public int lines(List<String> texts) throws IOException {
            if (texts.isEmpty()) {
                throw new IOException("nothing");
            }
            return texts.size();
        }

        public static Sample of(String text) {
            return new Sample() {};
        }
    }

    @Test
    void acceptsTheRightSignatures() {
        assertThat(compare(RIGHT_KIND, RIGHT_MEMBERS)).isEmpty();
    }

    @Test
    void acceptsATypeThatLeavesMembersOut() {
        assertThat(compare(
                        RIGHT_KIND,
                        with(3, "  M of(Ljava/lang/String;)L" + NAME + "; public static", "  M more()V public")))
                .isEmpty();
    }

    @Test
    void refusesAClassThatIsAnInterfaceInTeamCity() {
        assertThat(compare("C " + NAME + " public interface extends java/lang/Object", RIGHT_MEMBERS))
                .anySatisfy(fact -> assertThat(fact).contains("being an interface: ours false, the real one true"));
    }

    @Test
    void refusesAnotherReturnType() {
        assertThat(compare(RIGHT_KIND, with(2, "  M lines(Ljava/util/List;)J public")))
                .anySatisfy(fact -> assertThat(fact).contains("declares lines(Ljava/util/List;)I"));
    }

    @Test
    void acceptsANewerMemberWhenItIsMarked() {
        SymbolList list = SymbolList.parse("sample", lines(RIGHT_KIND, with(2, "  M other()V public")));
        assertThat(Disagreements.between(
                        Sample.class, list.find(NAME).orElseThrow(), Set.of(NAME + "#lines(Ljava/util/List;)I")))
                .isEmpty();
    }

    @Test
    void refusesAStaticMemberThatIsAnInstanceMemberInTeamCity() {
        assertThat(compare(RIGHT_KIND, with(3, "  M of(Ljava/lang/String;)L" + NAME + "; public")))
                .anySatisfy(fact -> assertThat(fact).contains("being static of of"));
    }

    @Test
    void refusesAnotherConstant() {
        assertThat(compare(RIGHT_KIND, with(0, "  F LIMIT I public static final = 80")))
                .anySatisfy(fact -> assertThat(fact).contains("the constant LIMIT: ours 60, the real one 80"));
    }

    @Test
    void refusesAnotherSuperclass() {
        assertThat(compare("C " + NAME + " public abstract extends java/lang/Exception", RIGHT_MEMBERS))
                .anySatisfy(fact -> assertThat(fact).contains("superclass"));
    }

    @Test
    void refusesOtherExceptions() {
        assertThat(compare(RIGHT_KIND, with(2, "  M lines(Ljava/util/List;)I public")))
                .anySatisfy(fact -> assertThat(fact).contains("the exceptions of lines"));
    }

    private static List<String> compare(String kind, List<String> members) {
        SymbolList list = SymbolList.parse("sample", lines(kind, members));
        return Disagreements.between(Sample.class, list.find(NAME).orElseThrow(), Set.of());
    }

    private static List<String> lines(String kind, List<String> members) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(kind), members.stream())
                .toList();
    }

    private static List<String> with(int index, String... replacement) {
        List<String> members = new java.util.ArrayList<>(RIGHT_MEMBERS);
        members.remove(index);
        members.addAll(index, List.of(replacement));
        return members;
    }
}
