package com.example.shop;

import java.util.ArrayList;
import java.util.List;

/** What a customer is about to buy. Money is in cents. */
public final class Basket {
    private static final int MANY = 10;
    private static final int PERCENT_OFF_FOR_MANY = 5;

    private final List<Item> items = new ArrayList<>();

    /** Puts pieces of an article into the basket. */
    public Basket add(String article, int pieces, long price) {
        if (pieces < 1) {
            throw new IllegalArgumentException(pieces + " pieces of " + article + " cannot be bought");
        }
        items.add(new Item(article, pieces, price));
        return this;
    }

    /** Returns the price of the goods: many pieces of one article are cheaper. */
    public long goods() {
        long sum = 0;
        for (Item item : items) {
            long full = item.pieces() * item.price();
            sum += item.pieces() >= MANY ? full - full * PERCENT_OFF_FOR_MANY / 100 : full;
        }
        return sum;
    }

    /** Returns what the customer pays. */
    public long total(Delivery delivery) {
        return goods() + delivery.cost(goods());
    }

    private record Item(String article, int pieces, long price) {}
}
