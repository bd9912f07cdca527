package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.AgentBuildRunner;
import jetbrains.buildServer.agent.AgentBuildRunnerInfo;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildProcess;
import jetbrains.buildServer.agent.BuildRunnerContext;

/** A runner of ours: it makes the process of a step. What an agent needs for it, the run type on the server asks for. */
abstract class StepRunner implements AgentBuildRunner {
    private final String type;

    StepRunner(String type) {
        this.type = type;
    }

    @Override
    public final BuildProcess createBuildProcess(AgentRunningBuild build, BuildRunnerContext context) {
        String name = type + " " + context.getId() + " of build " + build.getBuildId();
        StepLog log =
                new StepLog(build.getBuildLogger(), name.replace(' ', '-'), new Masking(build.getPasswordReplacer()));
        return new EngineBuildProcess(name, work(context, log), log);
    }

    @Override
    public final AgentBuildRunnerInfo getRunnerInfo() {
        return new Info(type);
    }

    abstract StepWork work(BuildRunnerContext context, StepLog log);

    /** An agent that could load this class can run it. */
    private record Info(String type) implements AgentBuildRunnerInfo {
        @Override
        public String getType() {
            return type;
        }

        @Override
        public boolean canRun(BuildAgentConfiguration agent) {
            return true;
        }
    }
}
