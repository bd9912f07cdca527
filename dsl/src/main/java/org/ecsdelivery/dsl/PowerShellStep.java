package org.ecsdelivery.dsl;

/** Runs PowerShell. */
public final class PowerShellStep extends ContainerStep<PowerShellStep> {
    private PowerShellStep(StepFrame frame, StepParameters parameters) {
        super("jetbrains_powershell", frame, parameters);
    }

    /** Returns a step that runs a script of one or more lines, without the agent's profile. */
    public static PowerShellStep of(String script) {
        return bare().set("jetbrains_powershell_script_mode", "CODE").set("jetbrains_powershell_script_code", script);
    }

    /** Returns a step that runs a script of the checkout, without the agent's profile. */
    public static PowerShellStep ofFile(String path) {
        return bare().set("jetbrains_powershell_script_mode", "FILE").set("jetbrains_powershell_script_file", path);
    }

    private static PowerShellStep bare() {
        return new PowerShellStep(StepFrame.none(), StepParameters.none())
                .set("jetbrains_powershell_execution", "PS1")
                .set("jetbrains_powershell_noprofile", "true");
    }

    /** Returns this step with arguments for the script. */
    public PowerShellStep arguments(String arguments) {
        return set("jetbrains_powershell_scriptArguments", arguments);
    }

    /** Returns this step with an edition: {@code Core} for the one of all systems, {@code Desktop} for that of Windows. */
    public PowerShellStep edition(String name) {
        return set("jetbrains_powershell_edition", name);
    }

    /** Returns this step for agents with at least this version. */
    public PowerShellStep version(String least) {
        return set("jetbrains_powershell_minVersion", least);
    }

    /** Returns this step taking what is written to standard error as errors of the build. */
    public PowerShellStep standardErrorAsErrors() {
        return set("jetbrains_powershell_errorToError", "true");
    }

    @Override
    PowerShellStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new PowerShellStep(newFrame, newParameters);
    }
}
