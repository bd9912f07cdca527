package org.ecsdelivery.sandbox.demo;

import java.io.PrintStream;
import java.util.Optional;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.web.LocalWeb;

/** The pages of the demonstration's server, where somebody asked for them. */
final class ServedPages implements AutoCloseable {
    private final Optional<LocalWeb> web;
    private final PrintStream out;

    private ServedPages(Optional<LocalWeb> web, PrintStream out) {
        this.web = web;
        this.out = out;
    }

    static ServedPages open(DemoOptions options, LocalTeamCity teamCity, PrintStream out) {
        Optional<LocalWeb> web = options.serve()
                ? Optional.of(LocalWeb.open(teamCity, options.work().resolve("web")))
                : Optional.empty();
        web.ifPresent(pages -> out.println("Its pages are open in a browser at " + pages.address()));
        return new ServedPages(web, out);
    }

    /** Keeps them open until Ctrl-C; where there are none, nothing waits. */
    void keepOpen(UntilStopped until) {
        web.ifPresent(pages -> {
            out.println();
            out.println("Open " + pages.address() + " in a browser: builds, settings, reports. Ctrl-C ends this.");
            until.awaitCtrlC();
            out.println("closing");
        });
    }

    @Override
    public void close() {
        web.ifPresent(LocalWeb::close);
    }
}
