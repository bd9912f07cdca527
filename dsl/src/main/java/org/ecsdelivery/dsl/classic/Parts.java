package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts a step where typed steps take over: the script before, the typed step, the script after, in this order. */
final class Parts {
    private final Planner planner;
    private final SourceStep step;
    private final List<Part> parts = new ArrayList<>();
    private final List<Cell> run = new ArrayList<>();
    private boolean first = true;

    private Parts(Planner planner, SourceStep step) {
        this.planner = planner;
        this.step = step;
    }

    /** Returns the steps that a step becomes; none when others do all that it did. */
    static List<Part> of(Planner planner, SourceStep step) {
        Parts cut = new Parts(planner, step);
        planner.cells(step).forEach(cut::cell);
        cut.close();
        return cut.parts;
    }

    /** Tells whether a step becomes something else at all. */
    static boolean change(Planner planner, SourceStep step) {
        return planner.cells(step).stream()
                .anyMatch(each -> each.isConsumed() || planner.stepAt(each).isPresent());
    }

    private void cell(Cell cell) {
        Optional<Meaning.Typed> typed = planner.stepAt(cell);
        if (typed.isPresent()) {
            close();
            parts.add(Part.typed(cell.item().place(), typed.get()));
        } else if (cell.isConsumed()) {
            close();
        } else {
            run.add(cell);
        }
    }

    private void close() {
        List<Cell> said = run.stream().filter(Cell::stays).toList();
        if (!said.isEmpty()) {
            Item last = said.get(said.size() - 1).item();
            Item begin = first ? run.get(0).item() : said.get(0).item();
            String text = step.text();
            String script = first
                    ? text.substring(0, last.statement().end())
                    : begin.place().state()
                            + text.substring(
                                    begin.statement().start(), last.statement().end());
            parts.add(Part.script(begin.place(), script));
        }
        first = false;
        run.clear();
    }

    /** Returns why a step cannot be cut this way. */
    static Optional<String> refusal(SourceStep step, List<Part> parts) {
        if (parts.size() > 1 && !step.mode().equals("default") && !step.mode().equals("execute_if_success")) {
            return Optional.of(
                    "it runs even when an earlier step has failed, and cut into several it would go on after a"
                            + " command that fails");
        }
        for (String variable : step.unknown()) {
            Pattern use = Pattern.compile("(^|\\W)(\\$\\{?|)" + variable + "\\b");
            long users = parts.stream()
                    .filter(each -> each.script().filter(use.asPredicate()).isPresent())
                    .count();
            if (users > 1) {
                return Optional.of("$" + variable + " would have to go from one step to another");
            }
        }
        return Optional.empty();
    }
}
