package org.ecsdelivery.dsl.classic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.XmlProblem;
import org.ecsdelivery.dsl.xml.XmlWriter;

/** Puts new steps into a file that is not written as TeamCity writes it, and leaves each other byte as it is. */
final class Splice {
    private static final Pattern ID = Pattern.compile("\\sid\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern ORDER =
            Pattern.compile("(<build-runners[^>]*?\\sorder\\s*=\\s*[\"'])([^\"']*)([\"'])");

    private final String text;
    private final Map<String, List<Element>> replaced;
    private final StringBuilder out = new StringBuilder();
    private int done;

    private Splice(String text, Map<String, List<Element>> replaced) {
        this.text = text;
        this.replaced = replaced;
    }

    /**
     * Returns the file with other steps; empty when it is not clear where the old ones stand.
     *
     * @param after what the file shall say
     * @param replaced the new steps by the ids of those that they take the place of
     * @param order makes the new order of the old one
     */
    static Optional<Entity> of(
            Entity before, Element after, Map<String, List<Element>> replaced, UnaryOperator<String> order) {
        String text = new String(before.document().bytes(), StandardCharsets.UTF_8);
        Splice splice = new Splice(text, replaced);
        splice.all();
        Matcher matcher = ORDER.matcher(splice.out);
        String whole = matcher.find()
                ? splice.out.substring(0, matcher.start(2))
                        + order.apply(matcher.group(2))
                        + splice.out.substring(matcher.end(2))
                : splice.out.toString();
        try {
            Document document = Document.read(before.path(), whole.getBytes(StandardCharsets.UTF_8));
            return document.root().equals(after)
                    ? Optional.of(new Entity(before.kind(), before.project(), before.id(), document))
                    : Optional.empty();
        } catch (XmlProblem problem) {
            return Optional.empty();
        }
    }

    private void all() {
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<!--", at)) {
                at = after("-->", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                at = after("]]>", at);
            } else if (text.startsWith("<runner", at)) {
                at = runner(at);
            } else {
                at++;
            }
            at = at < 0 ? -1 : text.indexOf('<', at);
        }
        out.append(text, done, text.length());
    }

    private int after(String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    private int runner(int start) {
        int close = after(">", start);
        if (close < 0) {
            return -1;
        }
        String tag = text.substring(start, close);
        int end = tag.endsWith("/>") ? close : closing(close);
        Matcher id = ID.matcher(tag);
        if (end < 0 || !id.find() || !replaced.containsKey(id.group(1))) {
            return close;
        }
        List<Element> steps = replaced.getOrDefault(id.group(1), List.of());
        int line = text.lastIndexOf('\n', start);
        String indent = line < 0 || !text.substring(line, start).isBlank() ? "" : text.substring(line + 1, start);
        out.append(text, done, steps.isEmpty() ? start - indent.length() : start);
        out.append(steps.stream().map(each -> written(each, indent)).collect(Collectors.joining(lineEnd() + indent)));
        done = steps.isEmpty() ? Math.min(text.length(), end + lengthOfLineEnd(end)) : end;
        return end;
    }

    private int closing(int from) {
        int at = text.indexOf('<', from);
        while (at >= 0) {
            if (text.startsWith("</runner>", at)) {
                return at + "</runner>".length();
            }
            at = text.startsWith("<![CDATA[", at) ? after("]]>", at) : at + 1;
            at = at < 0 ? -1 : text.indexOf('<', at);
        }
        return -1;
    }

    private String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private int lengthOfLineEnd(int at) {
        return text.startsWith(lineEnd(), at) ? lineEnd().length() : 0;
    }

    /** The lines of a script are no lines of the file's own, and get no indentation. */
    private String written(Element step, String indent) {
        String[] parts = XmlWriter.fragment(step).split("(?=<!\\[CDATA\\[)|(?<=]]>)");
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.startsWith("<![CDATA[") ? part : part.replace("\n", "\n" + indent));
        }
        return all.toString().replace("\n", lineEnd());
    }
}
