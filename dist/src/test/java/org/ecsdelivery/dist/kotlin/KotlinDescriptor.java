package org.ecsdelivery.dist.kotlin;

import static java.util.stream.Collectors.joining;

import java.util.function.Function;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.Parameter.Kind;

/** Writes the file in {@code kotlin-dsl/} by which a server makes Kotlin classes (TeamCity plugin documentation, "Kotlin DSL Extensions"). */
final class KotlinDescriptor {
    private KotlinDescriptor() {}

    static String of(KotlinExtension extension) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <dsl-extension kind="%1$s" type="%2$s" generateDslJar="true">
                  <class name="%3$s">
                    <description>%4$s</description>
                  </class>
                  <function name="%5$s">
                    <description>
                      %4$s
                      @see %3$s
                    </description>
                  </function>
                  <params>
                %6$s  </params>
                %7$s%8$s</dsl-extension>
                """.formatted(
                        extension.kind(),
                        extension.type(),
                        extension.className(),
                        text(extension.description()),
                        extension.function(),
                        each(extension.table().stream(), KotlinDescriptor::param),
                        types(extension),
                        examples(extension.example()));
    }

    private static String param(Parameter parameter) {
        return "    <param name=\"%s\" dslName=\"%s\"%s%s>\n      <description>%s</description>\n    </param>\n"
                .formatted(
                        attribute(parameter.name()),
                        KotlinNames.property(parameter),
                        parameter.required() ? " mandatory=\"true\"" : "",
                        type(parameter),
                        text(description(parameter)));
    }

    private static String type(Parameter parameter) {
        return switch (parameter.kind()) {
            case TEXT, LINES, SECRET -> "";
            // a flag that is on by default is switched off by the word only: nothing stored is the default
            case FLAG -> " type=\"boolean\" trueValue=\"true\" falseValue=\"false\"";
            case NUMBER -> " type=\"int\"";
            case CHOICE -> " type=\"" + KotlinNames.type(parameter) + "\"";
        };
    }

    private static String description(Parameter parameter) {
        return parameter.label() + ". " + parameter.help() + byDefault(parameter)
                + (parameter.kind() == Kind.CHOICE ? "\n      @see " + KotlinNames.type(parameter) : "");
    }

    /** What the settings page fills in, a script must say; what the step assumes, it need not. */
    private static String byDefault(Parameter parameter) {
        if (parameter.defaultValue().isEmpty()) {
            return "";
        }
        return (parameter.required() ? " The settings page fills in " : " Default: ") + parameter.defaultValue() + ".";
    }

    private static String types(KotlinExtension extension) {
        String enums = each(
                extension.table().stream().filter(parameter -> parameter.kind() == Kind.CHOICE),
                KotlinDescriptor::enumeration);
        return enums.isEmpty() ? "" : "  <types>\n" + enums + "  </types>\n";
    }

    private static String enumeration(Parameter parameter) {
        return "    <enum name=\"%s\">\n      <description>%s</description>\n%s    </enum>\n"
                .formatted(
                        KotlinNames.type(parameter),
                        text(parameter.label()),
                        each(parameter.choices().stream(), KotlinDescriptor::option));
    }

    private static String option(String choice) {
        return "      <option name=\"%s\" value=\"%s\"/>\n".formatted(KotlinNames.constant(choice), attribute(choice));
    }

    private static String examples(KotlinExtension.KotlinExample example) {
        return """
                  <examples>
                    <example>
                      <description>%s</description>
                      <code>
                %s      </code>
                    </example>
                  </examples>
                """.formatted(text(example.description()), text(example.code()).indent(8));
    }

    private static <T> String each(Stream<T> all, Function<T, String> written) {
        return all.map(written).collect(joining());
    }

    /** The server makes comments of it: a pattern such as {@code src/**} would open or close one. */
    private static String text(String text) {
        return escaped(text.replace("/*", "/&#42;").replace("*/", "&#42;/"));
    }

    private static String attribute(String text) {
        return escaped(text).replace("\"", "&quot;");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
