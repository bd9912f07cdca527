package org.ecsdelivery.docker.context;

import java.util.BitSet;

/**
 * What the rules say of one path. Beside the answer stands which rules were found to speak of it, because these speak of all
 * below as well.
 *
 * @param excluded whether it is left out
 * @param spoke the rules that speak of it, by number; nobody changes it
 */
record IgnoreVerdict(boolean excluded, BitSet spoke) {
    /** No rule can leave the context itself out. */
    static final IgnoreVerdict OF_THE_ROOT = new IgnoreVerdict(false, new BitSet());
}
