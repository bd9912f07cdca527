package org.ecsdelivery.server.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.controllers.BaseController;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.buildLog.MessageAttrs;
import jetbrains.buildServer.users.SUser;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import jetbrains.buildServer.web.util.SessionUser;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.server.deployment.EcsRecords.PauseAnswer;
import org.ecsdelivery.server.deployment.JournalNote.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The buttons Continue and Roll back at a pause hook. ECS is told with the credentials of the step; the step sees by itself that the
 * deployment goes on. Who said what stands in the journal and in the build log.
 */
public final class PauseAnswers extends BaseController {
    static final String PATH = "/ecsDelivery/answer.html";
    /** A page of another site can send a form, but not this header. */
    static final String OWN_PAGE = "X-Requested-With";

    private static final int LONGEST_COMMENT = 500;

    private final AskedBuild asked;
    private final Journal journal;
    private final KnownRecords records;
    private final EcsRecords.Door door;
    private final InstantSource clock;

    /** Answers at its address; Spring makes it. */
    public PauseAnswers(
            SBuildServer server,
            WebControllerManager addresses,
            AskedBuild asked,
            Journal journal,
            EcsRecords.Door door,
            InstantSource clock) {
        super(server);
        this.asked = asked;
        this.journal = journal;
        this.records = new KnownRecords(journal, clock);
        this.door = door;
        this.clock = clock;
        addresses.registerController(PATH, this);
    }

    @Override
    protected @Nullable ModelAndView doHandle(HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!isPost(request) || request.getHeader(OWN_PAGE) == null) {
            say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Answers are posted by the buttons of the tab.");
            return null;
        }
        Optional<SBuild> build = asked.build(request, Permission.RUN_BUILD);
        Optional<PauseAnswer> answer = answer(request.getParameter("answer"));
        Optional<JournalEntry> deployment = build.flatMap(each -> deployment(each, request));
        if (build.isEmpty()) {
            say(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "There is no such build, or you may not answer for it: that takes the permission to run builds of its"
                            + " project.");
        } else if (answer.isEmpty()
                || deployment.flatMap(each -> each.report().paused()).isEmpty()) {
            say(response, HttpServletResponse.SC_CONFLICT, "The deployment does not wait for an answer.");
        } else {
            tell(response, new Said(request, answer.get()), build.get(), deployment.get());
        }
        return null;
    }

    private void tell(HttpServletResponse response, Said said, SBuild build, JournalEntry deployment)
            throws IOException {
        try (EcsRecords ecs = door.open(build, deployment)) {
            Optional<EcsRecord> record = records.of(ecs, deployment);
            int answered = record.isEmpty() ? 0 : ecs.answer(record.get().arn(), said.answer);
            if (answered == 0) {
                say(response, HttpServletResponse.SC_CONFLICT, "ECS does not wait for an answer any more.");
                return;
            }
            keep(build, deployment, said);
            say(response, HttpServletResponse.SC_OK, said.words());
        } catch (EngineException refused) {
            say(response, HttpServletResponse.SC_BAD_GATEWAY, String.valueOf(refused.getMessage()));
        }
    }

    private void keep(SBuild build, JournalEntry deployment, Said said) {
        Report.Paused paused = deployment.report().paused().orElseThrow();
        journal.note(deployment, new JournalNote(clock.instant(), Kind.ANSWERED, paused.key() + said.words()));
        build.getBuildLog()
                .messageAsync(
                        "At stage " + paused.stage() + " of service " + deployment.service() + ": " + said.words(),
                        Status.NORMAL,
                        MessageAttrs.serverMessage());
    }

    private Optional<JournalEntry> deployment(SBuild build, HttpServletRequest request) {
        return journal.of(build.getBuildId()).stream()
                .filter(each -> each.step().equals(request.getParameter("step")))
                .filter(each -> each.service().equals(request.getParameter("service")))
                .findFirst();
    }

    private static Optional<PauseAnswer> answer(@Nullable String word) {
        for (PauseAnswer each : PauseAnswer.values()) {
            if (each.name().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(text);
    }

    /** Who says what. */
    private static final class Said {
        private final PauseAnswer answer;
        private final String who;
        private final String comment;

        Said(HttpServletRequest request, PauseAnswer answer) {
            this.answer = answer;
            SUser user = SessionUser.getUser(request);
            this.who = user == null ? "somebody" : user.getDescriptiveName();
            String given = Optional.ofNullable(request.getParameter("comment")).orElse("");
            this.comment = plain(given).substring(0, Math.min(plain(given).length(), LONGEST_COMMENT));
        }

        /** A comment must not begin a service message, nor a line of its own. */
        private static String plain(String given) {
            return given.replaceAll("\\s+", " ")
                    .replace("##teamcity[", "##\u2060teamcity[")
                    .strip();
        }

        String words() {
            return who
                    + (answer == PauseAnswer.CONTINUE ? " had ECS continue" : " had ECS roll back")
                    + (comment.isEmpty() ? "." : ": " + comment);
        }
    }
}
