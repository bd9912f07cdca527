package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;
import org.ecsdelivery.engine.image.built.ImageDetails;

/** Lays what an image step did out as one HTML page. */
final class ImagePage {
    private final ImageStory story;
    private final Html html = new Html();

    private ImagePage(ImageStory story) {
        this.story = story;
    }

    static String of(ImageStory story) {
        ImagePage page = new ImagePage(story);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String title = story.pushes().isEmpty()
                ? "Image"
                : "Image " + story.pushes().get(0).pushed().image();
        String word = story.problem().isPresent() ? "failed" : "pushed";
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title + ": " + word)
                .markup("\n<style>\n" + DeploymentPage.styles() + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .markup("\n<section class=\"verdict " + (story.problem().isPresent() ? "bad" : "good")
                        + "\" aria-label=\"Result\">")
                .element("p class=\"word\"", word)
                .element("p", story.problem().orElseGet(this::summary))
                .markup("</section>\n");
        facts();
        pushes();
        steps();
        story.inspected().map(Inspected::details).ifPresent(this::image);
        html.markup("</main>\n</body>\n</html>\n");
    }

    private String summary() {
        String size = story.inspected()
                .map(each -> Amount.ofBytes(each.image().bytes()) + ", ")
                .orElse("");
        return size + "under " + Amount.of(story.pushes().size(), "name") + ", in "
                + Amount.of(story.times().took()) + ".";
    }

    private void facts() {
        html.markup("<h2>Facts</h2>\n<dl>\n");
        fact("Docker", story.engine());
        fact("Builder", story.builder());
        story.times().build().ifPresent(took -> fact("Built in", Amount.of(took)));
        story.inspected().ifPresent(each -> {
            fact("Image", each.image().id());
            fact("Size", Amount.ofBytes(each.image().bytes()));
            long context = each.image().notes().contextBytes();
            fact("Build context", context > 0 ? Amount.ofBytes(context) : "");
            fact("Platform", each.details().platform());
        });
        html.markup("</dl>\n");
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            html.markup("<div>").element("dt", name).element("dd", value).markup("</div>\n");
        }
    }

    private void pushes() {
        table(
                "Pushed",
                List.of("Name", "Digest", "Took", "Sent", "Layers"),
                story.pushes().stream()
                        .map(push -> List.of(
                                push.pushed().image().toString(),
                                push.pushed().digest().value(),
                                Amount.of(push.pushed().took()),
                                Amount.ofBytes(push.last().bytesSent()),
                                push.last().layers() + ", " + push.last().reused() + " there before"))
                        .toList());
    }

    private void steps() {
        table(
                "Steps",
                List.of("Step", "Took"),
                story.steps().stream()
                        .map(step -> List.of(step.name(), step.cached() ? "from the cache" : Amount.of(step.took())))
                        .toList());
    }

    private void image(ImageDetails image) {
        table(
                "Layers",
                List.of("Created by", "Size"),
                image.layers().stream()
                        .map(layer -> List.of(layer.createdBy(), Amount.ofBytes(layer.bytes())))
                        .toList());
        html.markup("<h2>Start</h2>\n<dl>\n");
        fact("Entrypoint", String.join(" ", image.start().entrypoint()));
        fact("Command", String.join(" ", image.start().command()));
        fact("User", image.start().user().isEmpty() ? "root" : image.start().user());
        fact("Working directory", image.start().directory());
        fact("Ports", String.join(", ", image.start().ports()));
        fact("Variables", image.variables().stream().collect(Collectors.joining(", ")));
        html.markup("</dl>\n");
        table(
                "Labels",
                List.of("Label", "Value"),
                image.labels().entrySet().stream()
                        .map(label -> List.of(label.getKey(), label.getValue()))
                        .toList());
    }

    /** On a phone each cell stands on a line of its own, with the head of its column before it. */
    private void table(String title, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.element("h2", title).markup("\n<div class=\"scroll\"><table class=\"set\">\n<thead><tr>");
        head.forEach(each -> html.element("th scope=\"col\"", each));
        html.markup("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.markup("<tr class=\"normal\">");
            for (int column = 0; column < row.size(); column++) {
                html.element("td data-head=\"" + head.get(column) + "\"", row.get(column));
            }
            html.markup("</tr>\n");
        }
        html.markup("</tbody></table></div>\n");
    }
}
