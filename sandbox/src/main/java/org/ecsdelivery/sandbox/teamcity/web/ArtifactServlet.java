package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/**
 * Serves artifacts at TeamCity's addresses, {@code CONFIGURATION/ID:id/PATH}, also from inside an archive ({@code a.zip!/PATH}).
 * A page among them is shown, but may run no script: builds are not to be trusted with the server's session.
 */
final class ArtifactServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/(\\d{1,18}):id/(.+?)(?:!/(.+))?");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json;charset=UTF-8",
            "txt", "text/plain;charset=UTF-8",
            "xml", "text/xml;charset=UTF-8");

    private final transient LocalTeamCity teamCity;

    ArtifactServlet(LocalTeamCity teamCity) {
        this.teamCity = teamCity;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<Path> file = address.matches() ? file(address) : Optional.empty();
        if (file.isEmpty()) {
            response.sendError(404, "There is no such artifact.");
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
        String inside = address.group(4);
        if (inside == null) {
            response.setContentType(type(file.get().toString()));
            Files.copy(file.get(), response.getOutputStream());
        } else {
            sendFromArchive(file.get(), inside, response);
        }
    }

    private Optional<Path> file(Matcher address) {
        return teamCity.builds().stream()
                .filter(build -> build.configuration().id().equals(address.group(1)))
                .filter(build -> String.valueOf(build.inputs().id()).equals(address.group(2)))
                .findFirst()
                .flatMap(build -> file(build, address.group(3)));
    }

    private static Optional<Path> file(RunningBuild build, String path) {
        Path root = build.artifactsDirectory();
        Path file = root.resolve(path).normalize();
        return Optional.of(file)
                .filter(each -> each.startsWith(root) && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS));
    }

    private static void sendFromArchive(Path archive, String path, HttpServletResponse response) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null || entry.isDirectory()) {
                response.sendError(404, "There is no " + path + " in " + archive.getFileName() + ".");
                return;
            }
            response.setContentType(type(path));
            try (InputStream content = zip.getInputStream(entry)) {
                content.transferTo(response.getOutputStream());
            }
        }
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
