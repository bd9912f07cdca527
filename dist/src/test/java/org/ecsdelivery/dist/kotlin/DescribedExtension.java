package org.ecsdelivery.dist.kotlin;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A descriptor as a server reads it. */
record DescribedExtension(Element root) {

    static DescribedExtension parse(byte[] xml) throws Exception {
        return new DescribedExtension(DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement());
    }

    List<Element> elements(String name) {
        return all(root.getElementsByTagName(name));
    }

    List<Element> params() {
        return elements("param");
    }

    /** Returns the choices of an enum: what Kotlin calls each, and what is stored. */
    Map<String, String> options(String type) {
        return elements("enum").stream()
                .filter(each -> each.getAttribute("name").equals(type))
                .flatMap(each -> all(each.getElementsByTagName("option")).stream())
                .collect(Collectors.toMap(
                        option -> option.getAttribute("name"), option -> option.getAttribute("value")));
    }

    /** Returns what the example would store. */
    Map<String, String> exampleAsStored() {
        Map<String, String> stored = new LinkedHashMap<>();
        Pattern.compile("(\\w+) = (?:\"(.*)\"|(\\w+)\\.(\\w+)\\.(\\w+))")
                .matcher(elements("code").get(0).getTextContent())
                .results()
                .forEach(line -> stored.put(
                        storedName(line.group(1)),
                        line.group(2) != null
                                ? line.group(2)
                                : options(line.group(4)).get(line.group(5))));
        return stored;
    }

    private String storedName(String property) {
        return params().stream()
                .filter(param -> param.getAttribute("dslName").equals(property))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The example sets " + property + ", which is no parameter"))
                .getAttribute("name");
    }

    private static List<Element> all(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(each -> (Element) nodes.item(each))
                .toList();
    }
}
