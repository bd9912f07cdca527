package org.ecsdelivery.engine.coverage.html;

/** What all pages have: head, way back, foot. Pages allow themselves nothing but the style and script of the archive. */
final class Frame {
    private static final byte[] HEAD = Markup.literal("<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8>"
            + "<meta name=viewport content=\"width=device-width,initial-scale=1\">"
            + "<meta http-equiv=Content-Security-Policy content=\"default-src 'none';style-src 'self'");
    private static final byte[] SCRIPTED = Markup.literal(";script-src 'self'\"><title>");
    private static final byte[] PLAIN = Markup.literal("\"><title>");
    private static final byte[] BODY =
            Markup.literal("report.css></head>\n<body><a class=skip href=#main>Skip to content</a>\n<header>");
    private static final byte[] MAIN = Markup.literal("</header>\n<main id=main>\n<h1>");

    private final Heading heading;
    private final byte[] foot;

    Frame(Heading heading) {
        this.heading = heading;
        this.foot = foot(heading);
    }

    private static byte[] foot(Heading heading) {
        Markup foot = new Markup();
        foot.raw("</main>\n<footer>").text(heading.title());
        foot.raw(heading.build().isEmpty() ? "" : " · ").text(heading.build()).raw("</footer>\n");
        return Markup.literal(foot.toString());
    }

    /**
     * Begins a page.
     *
     * @param way what the page lies in; nothing for the first page
     */
    void begin(Place place, String title, Iterable<Directory> way, Markup out) {
        out.raw(HEAD).raw(place.isScripted() ? SCRIPTED : PLAIN).text(title, 200);
        out.raw(title.equals(heading.title()) ? "" : " · ").text(title.equals(heading.title()) ? "" : heading.title());
        out.raw("</title><link rel=stylesheet href=").raw(place.up()).raw(BODY);
        way(place, way, out);
        out.raw(MAIN);
    }

    private void way(Place place, Iterable<Directory> way, Markup out) {
        if (!way.iterator().hasNext()) {
            return;
        }
        out.raw("<nav aria-label=Breadcrumb><ol>");
        for (Directory at : way) {
            boolean isRoot = at.name().isEmpty();
            out.raw("<li><a href=").raw(place.up()).raw(at.link()).raw(">");
            out.text(isRoot ? heading.title() : at.name(), 300).raw("</a>");
        }
        out.raw("</ol></nav>");
    }

    void end(Place place, Markup out) {
        out.raw(foot);
        if (place.isScripted()) {
            out.raw("<script src=").raw(place.up()).raw("report.js defer></script>\n");
        }
    }

    /** Where a page lies. */
    enum Place {
        /** At the top, with a script. */
        TOP("", true),
        /** At the top. */
        TOP_PLAIN("", false),
        /** In a folder, with a script. */
        FOLDER("../", true),
        /** In a folder. */
        FOLDER_PLAIN("../", false);

        private final String up;
        private final boolean scripted;

        Place(String up, boolean scripted) {
            this.up = up;
            this.scripted = scripted;
        }

        String up() {
            return up;
        }

        boolean isScripted() {
            return scripted;
        }
    }
}
