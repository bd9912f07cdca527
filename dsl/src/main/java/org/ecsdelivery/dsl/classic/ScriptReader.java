package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a script of a Unix shell as a sequence of commands. What is more than that is refused, with the line. */
final class ScriptReader {
    private static final Set<String> COMPOUND = Set.of(
            "if",
            "then",
            "elif",
            "else",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "select",
            "function",
            "time",
            "coproc",
            "{",
            "}");
    private static final Set<String> CONDITIONS = Set.of("[", "[[", "test", "!");
    private static final Set<String> STATE = Set.of(
            "exit",
            "return",
            "exec",
            "trap",
            "source",
            ".",
            "alias",
            "umask",
            "ulimit",
            "wait",
            "unset",
            "shopt",
            "pushd",
            "popd",
            "read",
            "local",
            "declare",
            "typeset",
            "readonly",
            "shift",
            "enable",
            "hash",
            "let");
    private static final Set<String> WINDOWS =
            Set.of("call", "rem", "REM", "CALL", "setlocal", "SETLOCAL", "goto", "GOTO", "SET");

    private final WordReader in;
    private final List<Statement> statements = new ArrayList<>();
    private List<List<Word>> commands = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private boolean redirected;
    private boolean joined;
    private int start = -1;

    private ScriptReader(String text) {
        this.in = new WordReader(text);
    }

    /**
     * Reads a script.
     *
     * @throws Refusal when it is more than commands one after the other
     */
    static List<Statement> read(String text) {
        ScriptReader reader = new ScriptReader(text);
        reader.all();
        return reader.statements;
    }

    private void all() {
        while (in.hasMore()) {
            in.skipBlanks();
            if (!in.hasMore()) {
                break;
            }
            char next = in.peek();
            switch (next) {
                case '\n', ';' -> end();
                case '#' -> in.skipLine();
                case '&' -> ampersand();
                case '|' -> bar();
                case '<', '>' -> redirect();
                case '(', ')' -> throw in.refusal("a subshell or function, by '" + next + "'");
                default -> word();
            }
        }
        finish();
    }

    private void word() {
        if (start < 0) {
            start = in.at();
        }
        Word word = in.word();
        if (in.hasMore()
                && (in.peek() == '>' || in.peek() == '<')
                && word.source().matches("\\d+")) {
            redirect();
            return;
        }
        if (in.hasMore() && in.peek() == '(') {
            throw in.refusal("a function or an array, by '('");
        }
        words.add(word);
    }

    private void end() {
        char separator = in.next();
        if (separator == ';' && in.hasMore() && in.peek() == ';') {
            throw in.refusal("a condition, by ';;'");
        }
        if (separator == '\n' && words.isEmpty() && (joined || !commands.isEmpty())) {
            return;
        }
        finish();
    }

    private void ampersand() {
        in.next();
        if (in.hasMore() && in.peek() == '>') {
            redirect();
        } else if (in.hasMore() && in.peek() == '&') {
            in.next();
            finish();
            joined = true;
        } else {
            throw in.refusal("a command that goes on in the background, by '&'");
        }
    }

    private void bar() {
        in.next();
        if (in.hasMore() && in.peek() == '|') {
            throw in.refusal("what is done when a command fails, by '||'");
        }
        if (in.hasMore() && in.peek() == '&') {
            in.next();
        }
        commands.add(words);
        words = new ArrayList<>();
    }

    private void redirect() {
        if (start < 0) {
            start = in.at();
        }
        char first = in.next();
        if (first == '<' && in.hasMore() && in.peek() == '<') {
            throw in.refusal("a text of its own, by '<<'");
        }
        while (in.hasMore() && (in.peek() == '>' || in.peek() == '&' || in.peek() == '|')) {
            in.next();
        }
        in.skipBlanks();
        if (in.hasMore() && (in.peek() == '(' || in.peek() == '\n')) {
            throw in.refusal("a redirection that goes to no file");
        }
        String target = in.hasMore() ? in.word().source() : "";
        redirected |= first == '<' || !target.matches("/dev/null|[12]");
    }

    private void finish() {
        if (!words.isEmpty() || redirected) {
            commands.add(words);
        }
        if (!commands.isEmpty()) {
            commands.stream().filter(each -> !each.isEmpty()).forEach(each -> refuseMore(each.get(0), each));
            statements.add(new Statement(commands, redirected, joined, start, in.end(), in.lineOf(start)));
        }
        commands = new ArrayList<>();
        words = new ArrayList<>();
        redirected = false;
        joined = false;
        start = -1;
    }

    private void refuseMore(Word first, List<Word> all) {
        String verb = first.source();
        String where = "in line " + in.lineOf(start) + " '" + verb + "' ";
        if (COMPOUND.contains(verb)) {
            throw new Refusal(where + "makes it more than commands one after the other");
        }
        if (CONDITIONS.contains(verb)) {
            throw new Refusal(where + "is a condition");
        }
        if (STATE.contains(verb)) {
            throw new Refusal(where + "changes what the shell goes on with");
        }
        if (WINDOWS.contains(verb) || verb.startsWith("@") || isAssignmentOfWindows(all)) {
            throw new Refusal(where + "looks like the command line of Windows");
        }
        if (verb.equals("set") && !all.stream().skip(1).allMatch(ScriptReader::isKnownFlag)) {
            throw new Refusal(where + "has flags that change what the shell goes on with");
        }
        if (verb.equals("eval") && !all.toString().contains("get-login")) {
            throw new Refusal(where + "makes commands that only a shell can tell");
        }
    }

    private static boolean isAssignmentOfWindows(List<Word> all) {
        return all.get(0).source().equals("set")
                && all.size() > 1
                && all.get(1).assigned().isPresent();
    }

    private static boolean isKnownFlag(Word word) {
        return word.source().matches("[-+][eux]+o?|[-+]o|pipefail|errexit|nounset|xtrace");
    }
}
