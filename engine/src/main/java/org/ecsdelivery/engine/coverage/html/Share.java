package org.ecsdelivery.engine.coverage.html;

import java.math.BigDecimal;
import org.ecsdelivery.engine.coverage.Count;

/** How much of a whole is covered, as it is shown: all only when all is, nothing only when nothing is. */
final class Share {
    /** All of it, in thousandths. */
    static final int ALL = 1000;

    private static final long EXACT = Long.MAX_VALUE / (2 * ALL);

    private Share() {}

    /** Returns thousandths: {@link Count#percent} with one decimal, for pages that show it a hundred thousand times. */
    static int permille(Count count) {
        if (count.covered() == count.total()) {
            return ALL;
        }
        if (count.covered() > EXACT) {
            return count.percent(1).multiply(BigDecimal.TEN).intValue();
        }
        long rounded = (2 * ALL * count.covered() + count.total()) / count.total() / 2;
        return count.covered() == 0 ? 0 : (int) Math.max(1, Math.min(ALL - 1, rounded));
    }

    /** Returns the width of a bar in hundredths. */
    static int width(Count count) {
        int permille = permille(count);
        return permille == 0 ? 0 : Math.max(1, permille / 10);
    }
}
