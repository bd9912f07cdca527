package com.example.shop;

/** Tests the prices with nothing but a JDK: each line that is printed is a test that passed. */
public final class BasketTest {
    private BasketTest() {}

    public static void main(String[] arguments) {
        costs("an empty basket costs nothing", 0, new Basket());
        costs("a small order pays for its parcel", 24_90, new Basket().add("mug", 2, 10_00));
        costs("a large order travels for free", 60_00, new Basket().add("lamp", 1, 60_00));
        costs("many pieces are cheaper", 95_00, new Basket().add("mug", 10, 10_00));
        refuses("less than one piece is refused", 0);
    }

    private static void costs(String name, long expected, Basket basket) {
        long actual = basket.total(Delivery.STANDARD);
        if (actual != expected) {
            throw new AssertionError(name + ": expected " + expected + " cents, but it was " + actual);
        }
        System.out.println("ok: " + name);
    }

    private static void refuses(String name, int pieces) {
        try {
            new Basket().add("mug", pieces, 10_00);
        } catch (IllegalArgumentException refused) {
            System.out.println("ok: " + name);
            return;
        }
        throw new AssertionError(name + ": it was accepted");
    }
}
