package tiny.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.RunBuildException;
import jetbrains.buildServer.agent.AgentBuildRunner;
import jetbrains.buildServer.agent.AgentBuildRunnerInfo;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import jetbrains.buildServer.agent.BuildProcessAdapter;
import jetbrains.buildServer.agent.BuildProgressLogger;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.FlowLogger;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;

public class TinyRunner implements AgentBuildRunner, AgentBuildRunnerInfo {
    private final ArtifactsWatcher artifacts;

    public TinyRunner(ArtifactsWatcher artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public AgentBuildRunnerInfo getRunnerInfo() {
        return this;
    }

    @Override
    public String getType() {
        return "tiny";
    }

    @Override
    public boolean canRun(BuildAgentConfiguration agent) {
        return !agent.getConfigurationParameters().containsKey("no.tiny");
    }

    @Override
    public BuildProcess createBuildProcess(AgentRunningBuild build, BuildRunnerContext context) {
        return new Process(build, context);
    }

    private final class Process extends BuildProcessAdapter {
        private final AgentRunningBuild build;
        private final BuildRunnerContext context;
        private final BuildProgressLogger log;
        private final CountDownLatch interrupted = new CountDownLatch(1);

        Process(AgentRunningBuild build, BuildRunnerContext context) {
            this.build = build;
            this.context = context;
            this.log = build.getBuildLogger();
        }

        @Override
        public void start() {}

        @Override
        public void interrupt() {
            interrupted.countDown();
        }

        @Override
        public BuildFinishedStatus waitFor() throws RunBuildException {
            Map<String, String> parameters = context.getRunnerParameters();
            try {
                return run(parameters.get("do"), parameters.getOrDefault("text", ""));
            } catch (RunBuildException | RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new RunBuildException(failure);
            }
        }

        private BuildFinishedStatus run(String what, String text) throws Exception {
            switch (what) {
                case "echo" -> log.message(text);
                case "environment" ->
                    log.message(context.getBuildParameters().getEnvironmentVariables().get(text));
                case "block" -> {
                    log.activityStarted("Outer", "tiny");
                    log.message(ServiceMessage.asString("blockOpened", Map.of("name", "Inner")));
                    log.warning("deep");
                    log.message(ServiceMessage.asString("blockClosed", Map.of("name", "Inner")));
                    log.activityFinished("Outer", "tiny");
                    log.message("shallow");
                }
                case "fail" -> {
                    log.logBuildProblem(BuildProblemData.createBuildProblem("tiny1", "tiny", text));
                    return BuildFinishedStatus.FINISHED_WITH_PROBLEMS;
                }
                case "fail silently" -> {
                    return BuildFinishedStatus.FINISHED_FAILED;
                }
                case "throw" -> {
                    RunBuildException failure = new RunBuildException(text);
                    failure.setLogStacktrace(false);
                    throw failure;
                }
                case "break" -> throw new IllegalStateException(text);
                case "set" -> {
                    build.addSharedConfigParameter("tiny.announced", text);
                    log.message(ServiceMessage.asString("setParameter", Map.of("name", "env.TINY", "value", text)));
                }
                case "publish" -> {
                    Path file = build.getCheckoutDirectory().toPath().resolve("out/report.txt");
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, text);
                    artifacts.addNewArtifactsPath(file + " => reports");
                }
                case "count" -> log.message(
                        ServiceMessage.asString("buildStatisticValue", Map.of("key", "tiny.count", "value", text)));
                case "mask" -> {
                    build.getPasswordReplacer().addPassword("hunter2");
                    log.message("the password is hunter2, the other " + context.getRunnerParameters().get("secure:added"));
                }
                case "load" -> log.message(loadable(text) ? "visible" : "hidden");
                case "stop" -> build.stopBuild(text);
                case "flow" -> {
                    FlowLogger flow = log.getFlowLogger("flow1");
                    flow.startFlow();
                    flow.activityStarted("Flow", "tiny");
                    flow.message("in the flow");
                    log.message("beside the flow");
                    flow.disposeFlow();
                }
                case "ignore" -> log.ignoreServiceMessages(() -> log.message("##teamcity[buildNumber '99']"));
                case "hang" -> {
                    log.message("hanging");
                    interrupted.await();
                    return BuildFinishedStatus.INTERRUPTED;
                }
                default -> throw new RunBuildException("Cannot do " + what);
            }
            return BuildFinishedStatus.FINISHED_SUCCESS;
        }

        private boolean loadable(String name) {
            try {
                Class.forName(name);
                return true;
            } catch (ClassNotFoundException hidden) {
                return false;
            }
        }
    }
}
