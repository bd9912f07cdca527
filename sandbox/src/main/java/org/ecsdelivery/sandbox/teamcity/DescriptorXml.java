package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A {@code teamcity-plugin.xml}, read once; what is wrong with it is collected and reported together. */
final class DescriptorXml {
    private final Path file;
    private final Element root;
    private final List<String> problems = new ArrayList<>();

    private DescriptorXml(Path file, Element root) {
        this.file = file;
        this.root = root;
    }

    static DescriptorXml read(Path file, String rootElement) {
        if (!Files.isRegularFile(file)) {
            throw new PluginLoadException("There is no " + file.getFileName() + " at the root of the zip unpacked to "
                    + file.resolveSibling("") + ": TeamCity does not take it for a plugin.");
        }
        DescriptorXml xml = new DescriptorXml(file, parse(file));
        if (!xml.root.getTagName().equals(rootElement)) {
            throw new PluginLoadException("The root element of " + file + " is <" + xml.root.getTagName()
                    + ">, but must be <" + rootElement + ">.");
        }
        return xml;
    }

    String required(String path) {
        Optional<String> text =
                element(path).map(found -> found.getTextContent().strip());
        if (text.filter(value -> !value.isEmpty()).isEmpty()) {
            problems.add("<" + path + "> is missing or empty");
        }
        return text.orElse("");
    }

    boolean flag(String path, String attribute) {
        String text = element(path).map(found -> found.getAttribute(attribute)).orElse("");
        if (!List.of("", "true", "false").contains(text)) {
            problems.add("attribute " + attribute + " of <" + path + "> is '" + text + "', but must be true or false");
        }
        return text.equals("true");
    }

    long number(String path, String attribute) {
        String text = element(path).map(found -> found.getAttribute(attribute)).orElse("");
        if (!text.matches("\\d*")) {
            problems.add("attribute " + attribute + " of <" + path + "> is '" + text + "', but must be a number");
            return 0;
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    List<Element> children(String path) {
        return element(path).map(DescriptorXml::children).orElse(List.of());
    }

    boolean has(String path) {
        return element(path).isPresent();
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new PluginLoadException(file + " is not valid: " + String.join("; ", problems) + ".");
        }
    }

    private Optional<Element> element(String path) {
        Optional<Element> current = Optional.of(root);
        for (String name : path.split("/")) {
            current = current.flatMap(parent -> child(parent, name));
        }
        return current;
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException cause) {
            throw new PluginLoadException(file + " cannot be read as XML: " + cause.getMessage(), cause);
        }
    }
}
