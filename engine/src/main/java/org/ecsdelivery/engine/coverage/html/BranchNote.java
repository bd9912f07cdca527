package org.ecsdelivery.engine.coverage.html;

import org.ecsdelivery.engine.coverage.BranchTable;

/** Which branches of a line were taken and which were not. */
final class BranchNote {
    private static final int MOST = 48;

    private BranchNote() {}

    static void write(BranchTable branches, int first, int arms, Markup out) {
        if (branches.isCountOnly(first)) {
            out.raw("The report does not tell which branches were taken.");
            return;
        }
        out.raw("Branches");
        for (int i = 0; i < Math.min(arms, MOST); i++) {
            arm(branches, first, i, out);
        }
        out.raw(arms > MOST ? " …" : "");
    }

    private static void arm(BranchTable branches, int first, int i, Markup out) {
        int times = branches.taken(first + i);
        out.raw(i > 0 && branches.startsBlock(first + i) ? " |" : "");
        if (times > 0) {
            out.raw(" <i>").number(i + 1L).raw(" taken ").number(times).raw("×</i>");
        } else {
            out.raw(" <b>").number(i + 1L).raw(times == 0 ? " not taken</b>" : " not reached</b>");
        }
    }
}
