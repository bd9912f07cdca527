package org.ecsdelivery.engine.coverage.html;

/**
 * A compressed entry.
 *
 * @param bytes what it became, from the start of the array
 * @param size how many bytes that takes
 * @param plainSize how many bytes it was
 * @param checksum of what it was
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one thread to the next, never compared
record Packed(String name, byte[] bytes, int size, int plainSize, int checksum) {}
