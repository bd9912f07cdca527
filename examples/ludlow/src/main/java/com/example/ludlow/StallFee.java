package com.example.ludlow;

/** What a stall on the market of Ludlow costs a day, in pence. */
final class StallFee {
    private static final int PER_METRE = 6_50;
    private static final int SATURDAY = 4_00;
    private static final int LONGEST = 12;

    private StallFee() {}

    static int of(int metres, boolean saturday) {
        if (metres < 1 || metres > LONGEST) {
            throw new IllegalArgumentException("A stall has 1 to " + LONGEST + " metres, not " + metres);
        }
        int fee = metres * PER_METRE;
        return saturday ? fee + SATURDAY : fee;
    }
}
