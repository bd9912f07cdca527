package org.ecsdelivery.dsl.imports;

import java.util.List;
import org.ecsdelivery.dsl.xml.Attribute;
import org.ecsdelivery.dsl.xml.Cdata;
import org.ecsdelivery.dsl.xml.Comment;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.Node;
import org.ecsdelivery.dsl.xml.Text;

/** Says an element as it is, where nothing else says it. */
final class ElementCode {
    private ElementCode() {}

    static Code of(Element element) {
        Chain chain = Chain.of(Element.class, "of", Code.of(element.name()));
        for (Attribute each : element.attributes()) {
            chain = chain.call("with", Code.of(each.name()), Code.of(each.value()));
        }
        List<Node> children = element.children();
        if (children.size() == 1
                && children.get(0) instanceof Text text
                && !text.value().isEmpty()) {
            return chain.call("containing", Code.of(text.value())).code();
        }
        return children.isEmpty()
                ? chain.code()
                : chain.call(
                                "containing",
                                children.stream().map(ElementCode::node).toList())
                        .code();
    }

    private static Code node(Node node) {
        if (node instanceof Element element) {
            return of(element);
        }
        if (node instanceof Cdata cdata) {
            return made(node, cdata.value());
        }
        if (node instanceof Comment comment) {
            return made(node, comment.value());
        }
        return made(node, ((Text) node).value());
    }

    private static Code made(Node node, String value) {
        Class<?> type = node.getClass();
        return new Code(
                node,
                "new " + type.getSimpleName() + Code.arguments(List.of(Code.of(value))),
                java.util.Set.of(Code.imported(type)));
    }
}
