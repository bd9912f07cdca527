package com.example.shop;

/** How the goods reach the customer. */
public enum Delivery {
    STANDARD,
    EXPRESS;

    private static final long FREE_FROM = 50_00;
    private static final long PARCEL = 4_90;
    private static final long COURIER = 12_90;

    /** Returns the cost of delivery, which depends on the price of the goods. */
    public long cost(long goods) {
        if (goods == 0) {
            return 0;
        }
        if (this == EXPRESS) {
            // tests of couriers are still to be written: the coverage report shows it
            boolean halfPrice = goods >= 2 * FREE_FROM;
            return halfPrice ? COURIER / 2 : COURIER;
        }
        return goods >= FREE_FROM ? 0 : PARCEL;
    }
}
