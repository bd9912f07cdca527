package org.ecsdelivery.sandbox.teamcity.commandline;

import java.nio.file.Path;
import java.util.Map;
import jetbrains.buildServer.RunBuildException;
import jetbrains.buildServer.agent.AgentBuildRunner;
import jetbrains.buildServer.agent.AgentBuildRunnerInfo;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildProcess;
import jetbrains.buildServer.agent.BuildRunnerContext;

/** The step "Command Line" on the agent. */
public final class CommandLineRunner implements AgentBuildRunner, AgentBuildRunnerInfo {
    @Override
    public BuildProcess createBuildProcess(AgentRunningBuild build, BuildRunnerContext context)
            throws RunBuildException {
        Map<String, String> parameters = context.getRunnerParameters();
        if (!CommandLineRunType.isScript(parameters)) {
            throw refused("The sandbox runs custom scripts only: set " + CommandLineRunType.CUSTOM + " to true");
        }
        Path directory = context.getWorkingDirectory().toPath();
        return new ScriptProcess(CommandLineRunType.script(parameters), directory, context);
    }

    static RunBuildException refused(String why) {
        RunBuildException refused = new RunBuildException(why);
        refused.setLogStacktrace(false);
        return refused;
    }

    @Override
    public AgentBuildRunnerInfo getRunnerInfo() {
        return this;
    }

    @Override
    public String getType() {
        return CommandLineRunType.TYPE;
    }

    @Override
    public boolean canRun(BuildAgentConfiguration agent) {
        return true;
    }
}
