package org.ecsdelivery.dsl.command;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.XmlProblem;

/**
 * An answer of a server that is no success.
 *
 * @param project the project that it was about
 * @param request what it answers
 * @param response the answer
 * @param hiding takes the token out of what the server says
 */
record RestRefusal(String project, String request, HttpResponse<byte[]> response, UnaryOperator<String> hiding) {
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    NoAnswer asNoAnswer() {
        int status = response.statusCode();
        String said = said();
        String message =
                request + " was answered with " + status + (said.isEmpty() ? ". " : " (" + said + "). ") + remedy();
        return PASSING.contains(status) ? NoAnswer.forNow(message) : NoAnswer.of(message);
    }

    private String remedy() {
        int status = response.statusCode();
        if (status / 100 == 3) {
            return "The token is not taken elsewhere: name the server's own address behind " + ServerAddress.OPTION
                    + ".";
        }
        return switch (status) {
            case 400 ->
                "Synchronise project " + project
                        + " under Versioned Settings there, with XML as the format, and run this again.";
            case 401 ->
                "The server does not take the token, which may have expired. Make a new one in TeamCity under your profile, Access Tokens.";
            case 403 ->
                "The token's user may not do this. Give them the permission to edit project " + project
                        + ", and the token too if it is limited to some.";
            case 404 ->
                "There is no project " + project
                        + " that the token's user can see, or no TeamCity. Look at --project, and at "
                        + ServerAddress.OPTION + ", to which a context path such as /teamcity belongs.";
            case 407 -> "The proxy wants a password: give the JDK one, or exempt the server by -Dhttp.nonProxyHosts.";
            case 429, 502, 503, 504 -> "The server is busy or just starting. Run this again in some minutes.";
            default -> "Look into teamcity-server.log and teamcity-versioned-settings.log on the server.";
        };
    }

    /** Where a redirection leads, what the server says in XML or as text; a page is for browsers. */
    private String said() {
        if (response.statusCode() / 100 == 3) {
            return response.headers()
                    .firstValue("Location")
                    .map(each -> "go to " + Printable.of(each.replaceFirst("\\?.*", ""), hiding))
                    .orElse("");
        }
        String text = new String(response.body(), StandardCharsets.UTF_8).strip();
        String start = text.substring(0, Math.min(text.length(), 14)).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return "a page";
        }
        return Printable.of(start.startsWith("<") ? ofXml(text) : text, hiding);
    }

    private static String ofXml(String text) {
        try {
            Element root = Document.read("the answer", text.getBytes(StandardCharsets.UTF_8))
                    .root();
            return root.all()
                    .flatMap(RestRefusal::words)
                    .filter(each -> !each.isBlank())
                    .distinct()
                    .collect(Collectors.joining(" "));
        } catch (XmlProblem problem) {
            return text;
        }
    }

    private static Stream<String> words(Element element) {
        String text = element.name().toLowerCase(Locale.ROOT).endsWith("message") ? element.text() : "";
        return Stream.of(
                element.attribute("message").orElse(""),
                element.attribute("additionalMessage").orElse(""),
                text);
    }
}
