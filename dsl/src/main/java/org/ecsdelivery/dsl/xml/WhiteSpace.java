package org.ecsdelivery.dsl.xml;

import java.util.List;

/** Tells the white space that indents from the white space that means something. */
final class WhiteSpace {
    private WhiteSpace() {}

    /** Beside elements, white space only indents; alone or beside other characters, it is what somebody entered. */
    static List<Node> withoutIndentation(List<Node> content) {
        boolean structure = false;
        boolean characters = false;
        for (Node each : content) {
            structure |= each instanceof Element || each instanceof Comment;
            characters |= each instanceof Cdata
                    || each instanceof Text text && !text.value().isBlank();
        }
        return structure && !characters
                ? content.stream().filter(each -> !(each instanceof Text)).toList()
                : List.copyOf(content);
    }
}
