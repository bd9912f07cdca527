package org.ecsdelivery.dsl.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An element with its attributes in order. It never changes, and is equal to another by what is written, wherever it comes from. */
public final class Element implements Node {
    private final String name;
    private final List<Attribute> attributes;
    private final List<Node> children;
    private final List<Element> elements;
    private final Origin origin;

    private Element(
            String name, List<Attribute> attributes, List<Node> children, List<Element> elements, Origin origin) {
        this.name = name;
        this.attributes = attributes;
        this.children = children;
        this.elements = elements;
        this.origin = origin;
    }

    /** Returns an element without attributes and content. */
    public static Element of(String name) {
        return new Element(name, List.of(), List.of(), List.of(), Origin.none());
    }

    /** Returns this element with one more attribute, or with a new value of one that it has. */
    public Element with(String attribute, String value) {
        List<Attribute> all = new ArrayList<>(attributes);
        all.replaceAll(each -> each.name().equals(attribute) ? new Attribute(attribute, value) : each);
        if (attribute(attribute).isEmpty()) {
            all.add(new Attribute(attribute, value));
        }
        return new Element(name, List.copyOf(all), children, elements, origin);
    }

    /** Returns this element with an attribute when there is a value for it. */
    public Element withIfAny(String attribute, String value) {
        return value.isEmpty() ? this : with(attribute, value);
    }

    /** Returns this element with these attributes and no others. */
    public Element withAttributes(List<Attribute> all) {
        return new Element(name, List.copyOf(all), children, elements, origin);
    }

    /** Returns this element with this content in place of what it had. */
    public Element containing(List<? extends Node> content) {
        List<Element> inside = new ArrayList<>();
        for (Node each : content) {
            if (each instanceof Element element) {
                inside.add(element);
            }
        }
        return new Element(name, attributes, List.copyOf(content), List.copyOf(inside), origin);
    }

    /** Returns this element with this content in place of what it had. */
    public Element containing(Node... content) {
        return containing(Arrays.asList(content));
    }

    /** Returns this element with text as its content. */
    public Element containing(String text) {
        return text.isEmpty() ? containing(List.of()) : containing(new Text(text));
    }

    /** Returns this element with another origin. */
    public Element from(Origin newOrigin) {
        return new Element(name, attributes, children, elements, newOrigin);
    }

    /** Returns this element with each child element put through a change. */
    public Element changingElements(UnaryOperator<Element> change) {
        return containing(children.stream()
                .map(child -> child instanceof Element element ? change.apply(element) : child)
                .toList());
    }

    /** Returns the name with its prefix. */
    public String name() {
        return name;
    }

    /** Returns the attributes in the order of the file. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** Returns the value of an attribute. */
    public Optional<String> attribute(String wanted) {
        for (Attribute each : attributes) {
            if (each.name().equals(wanted)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }

    /** Returns everything between the tags. */
    public List<Node> children() {
        return children;
    }

    /** Returns the child elements. */
    public List<Element> elements() {
        return elements;
    }

    /** Returns the child elements of a name. */
    public List<Element> elements(String wanted) {
        List<Element> all = new ArrayList<>();
        for (Element each : elements) {
            if (each.name.equals(wanted)) {
                all.add(each);
            }
        }
        return all;
    }

    /** Returns the first child element of a name. */
    public Optional<Element> element(String wanted) {
        for (Element each : elements) {
            if (each.name.equals(wanted)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Returns the elements of a name inside the first child element of another name. */
    public List<Element> elements(String container, String wanted) {
        return element(container).map(each -> each.elements(wanted)).orElse(List.of());
    }

    /** Returns this element and all below it, outer ones first. */
    public Stream<Element> all() {
        return Stream.concat(Stream.of(this), elements.stream().flatMap(Element::all));
    }

    /** Returns the characters directly inside. */
    public String text() {
        if (children.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Node child : children) {
            text.append(child instanceof Text it ? it.value() : child instanceof Cdata it ? it.value() : "");
        }
        return text.toString();
    }

    /** Returns where this element comes from. */
    public Origin origin() {
        return origin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element that
                && name.equals(that.name)
                && attributes.equals(that.attributes)
                && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, attributes, children);
    }

    @Override
    public String toString() {
        return XmlWriter.fragment(this);
    }
}
