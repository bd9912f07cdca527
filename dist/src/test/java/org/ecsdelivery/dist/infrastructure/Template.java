package org.ecsdelivery.dist.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A CloudFormation template, its short tags such as {@code !Ref} written out as {@code Fn::} members. */
record Template(String text, Map<String, Object> content) {
    /** The folder of the templates, from the folder of this module. */
    static final Path FOLDER = Path.of("..", "infrastructure");

    static Template read(String name) throws IOException {
        return of(Files.readString(FOLDER.resolve(name)));
    }

    static Template of(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Template(text, Parts.map(new Yaml(new Tags(options)).load(text)));
    }

    /** Returns a section such as Resources; empty when there is none. */
    Map<String, Object> section(String name) {
        return Parts.map(content.getOrDefault(name, Map.of()));
    }

    Map<String, Object> resources() {
        return section("Resources");
    }

    Map<String, Object> parameters() {
        return section("Parameters");
    }

    private static final class Tags extends SafeConstructor {
        /** The functions of rules have none but these. */
        private static final Set<String> SHORT =
                Set.of("Ref", "GetAtt", "Sub", "If", "Equals", "Not", "And", "Or", "Condition");

        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return function(node);
                }
            });
        }

        private Map<String, Object> function(Node node) {
            String tag = node.getTag().getValue().substring(1);
            if (!SHORT.contains(tag)) {
                throw new AssertionError("CloudFormation documents no short form !" + tag);
            }
            Map<String, Object> written = new LinkedHashMap<>();
            written.put(tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag, argument(tag, node));
            return written;
        }

        private Object argument(String tag, Node node) {
            if (node instanceof ScalarNode scalar) {
                return tag.equals("GetAtt") ? List.of(scalar.getValue().split("[.]", 2)) : scalar.getValue();
            }
            if (node instanceof SequenceNode sequence) {
                List<Object> items = new ArrayList<>();
                sequence.getValue().forEach(each -> items.add(constructObject(each)));
                return items;
            }
            return constructMapping((MappingNode) node);
        }
    }
}
