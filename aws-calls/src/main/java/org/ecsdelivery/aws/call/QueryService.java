package org.ecsdelivery.aws.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.protocols.query.unmarshall.XmlDomParser;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/**
 * A service that speaks the Query protocol and is called without a client.
 *
 * @param version the version of its API
 * @param address where it is
 * @param signed makes the calls
 * @param calls waits for them
 */
public record QueryService(String version, URI address, DirectCalls signed, AwsCalls calls) {
    /** Returns the document that the service answers with. */
    public XmlElement ask(AwsOperation operation, Map<String, String> parameters) {
        return calls.of(operation, () -> asked(operation, parameters));
    }

    /** Asks on the thread of a call that is under way. */
    public XmlElement asked(AwsOperation operation, Map<String, String> parameters) {
        byte[] body = signed.send(DirectCall.query(address, operation, version, parameters))
                .body();
        try {
            return XmlDomParser.parse(new ByteArrayInputStream(body));
        } catch (RuntimeException half) {
            throw SdkClientException.create("AWS's answer breaks off", new IOException("no whole XML document"));
        }
    }

    /** Returns the elements below a path of names; none where the path ends early. */
    public static Stream<XmlElement> below(XmlElement element, String... path) {
        Stream<XmlElement> found = Stream.of(element);
        for (String name : path) {
            found = found.flatMap(each -> List.copyOf(each.getElementsByName(name)).stream());
        }
        return found;
    }

    /** Returns the first text at the end of a path; empty where there is none. */
    public static String text(XmlElement element, String... path) {
        return below(element, path)
                .map(XmlElement::textContent)
                .filter(each -> each != null)
                .findFirst()
                .orElse("");
    }
}
