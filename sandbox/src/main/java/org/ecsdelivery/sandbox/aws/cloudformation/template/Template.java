package org.ecsdelivery.sandbox.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template, its short tags such as {@code !Ref} written out as {@code Fn::} members.
 *
 * @param text what was read
 * @param content its sections
 */
public record Template(String text, Map<String, Object> content) {
    /**
     * Reads a template in YAML or JSON.
     *
     * @throws InvalidTemplate when it is neither, or has a function that CloudFormation does not know
     */
    public static Template of(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object content = new Yaml(new Tags(options)).load(text);
            if (content instanceof Map<?, ?> members) {
                return new Template(text, Parts.map(members));
            }
        } catch (YAMLException e) {
            throw new InvalidTemplate("Template format error: " + e.getMessage(), e);
        }
        throw new InvalidTemplate("Template format error: unsupported structure.");
    }

    /** Returns a section such as Resources; empty when there is none. */
    public Map<String, Object> section(String name) {
        return Parts.map(content.getOrDefault(name, Map.of()));
    }

    /** Returns the resources by their logical ids. */
    public Map<String, Object> resources() {
        return section("Resources");
    }

    /** Returns the declarations of the parameters. */
    public Map<String, Object> parameters() {
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
                throw new InvalidTemplate("CloudFormation documents no short form !" + tag);
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
