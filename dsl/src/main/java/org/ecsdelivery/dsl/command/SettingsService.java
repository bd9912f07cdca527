package org.ecsdelivery.dsl.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.XmlProblem;

/** What a TeamCity server tells and takes about the versioned settings of one project, over its REST API. */
final class SettingsService {
    private static final String STATUS =
            "status?fields=type,message,timestamp,missingContextParameters,versionedSettingsError(type,message,file)";

    private final ServerAddress server;
    private final String project;
    private final AccessToken token;
    private final Duration patience;
    private final HttpClient http;

    SettingsService(ServerAddress server, String project, AccessToken token, Duration patience) {
        this.server = server;
        this.project = project;
        this.token = token;
        this.patience = patience;
        // Another address would get the token too, so that nobody is followed. The proxy is the JDK's.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** Returns how the project is synchronised. */
    Element config() {
        return get("config?fields=synchronizationMode,format,vcsRootId");
    }

    /** Returns what became of the last attempt to synchronise it. */
    SyncStatus status() {
        return SyncStatus.of(get(STATUS), token::hiddenIn);
    }

    /** Asks the server to load the settings from its repository, and returns the ids of the projects that it loads. */
    List<String> load() {
        URI place = server.settings(project, "loadSettings?fields=project(id)");
        return send(HttpRequest.newBuilder(place).POST(HttpRequest.BodyPublishers.noBody()), "POST " + place)
                .elements("project")
                .stream()
                .map(each -> Printable.of(each.attribute("id").orElse(""), token::hiddenIn))
                .toList();
    }

    private Element get(String resource) {
        URI place = server.settings(project, resource);
        return send(HttpRequest.newBuilder(place).GET(), "GET " + place);
    }

    private Element send(HttpRequest.Builder request, String what) {
        String shown = what.replaceFirst("\\?.*", "");
        HttpResponse<byte[]> response = response(
                request.header("Accept", "application/xml")
                        .header("Authorization", token.header())
                        .build(),
                shown);
        if (response.statusCode() / 100 != 2) {
            throw new RestRefusal(project, shown, response, token::hiddenIn).asNoAnswer();
        }
        try {
            return Document.read("the answer", response.body()).root();
        } catch (XmlProblem problem) {
            throw NoAnswer.of(shown + " was answered, but not in the XML of TeamCity. Look whether " + server
                    + " is a TeamCity server, with its context path, and no page to log in stands before it.");
        }
    }

    private HttpResponse<byte[]> response(HttpRequest request, String shown) {
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException cause) {
            sent.cancel(true);
            throw NoAnswer.forNow(shown + " was not answered within " + inSeconds(patience)
                    + " s. Look whether the server is busy, and at the proxy.");
        } catch (ExecutionException cause) {
            Throwable reason = cause.getCause();
            throw unreachable(shown, reason == null ? cause : reason);
        } catch (InterruptedException cause) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw NoAnswer.of(shown + " was given up, since the command was interrupted.");
        }
    }

    private static String inSeconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private NoAnswer unreachable(String shown, Throwable cause) {
        String why = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        if (cause instanceof SSLException) {
            return NoAnswer.of(
                    server + " and this JDK do not agree on TLS (" + why + "). If an authority of your own signed its"
                            + " certificate, give that to the JDK by -Djavax.net.ssl.trustStore; if it speaks http only, see "
                            + ServerAddress.PLAIN + ".");
        }
        String advice = ". Look at " + ServerAddress.OPTION
                + ", and at the proxy, which the JDK takes from -Dhttps.proxyHost" + " and -Dhttps.proxyPort.";
        return cause instanceof IOException
                ? NoAnswer.forNow(shown + " did not get through (" + why + ")" + advice)
                : NoAnswer.of(shown + " could not be sent (" + why + ")" + advice);
    }
}
