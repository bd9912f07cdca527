package org.ecsdelivery.engine.envfile.dialect;

import java.util.Set;

/** {@code source} of bash and {@code .} of every POSIX shell: single quotes, in which only a single quote means something. */
final class ShellQuotes extends DialectRule {
    /** What bash or dash refuses to assign, or gives another value at the next look. */
    private static final Set<String> OWN = Set.of(
            "BASHOPTS",
            "BASHPID",
            "BASH_ALIASES",
            "BASH_ARGC",
            "BASH_ARGV",
            "BASH_ARGV0",
            "BASH_CMDS",
            "BASH_COMMAND",
            "BASH_LINENO",
            "BASH_SOURCE",
            "BASH_SUBSHELL",
            "BASH_VERSINFO",
            "COMP_WORDBREAKS",
            "DIRSTACK",
            "EPOCHREALTIME",
            "EPOCHSECONDS",
            "EUID",
            "FUNCNAME",
            "GROUPS",
            "HISTCMD",
            "LINENO",
            "OPTIND",
            "PIPESTATUS",
            "PPID",
            "RANDOM",
            "SECONDS",
            "SHELLOPTS",
            "SHLVL",
            "SRANDOM",
            "UID",
            "_");

    @Override
    String write(String value) {
        return Plain.is(value) ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    @Override
    void checkName(String name) {
        Names.identifier(name);
        if (OWN.contains(name)) {
            throw new Inexpressible("the shell sets a variable of that name itself", "rename it");
        }
    }
}
